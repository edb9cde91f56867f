/**
 * RFC 9110, 8.8.3: one member of a list of entity tags, each a quoted string, weak where W/ stands before it; members
 * may be empty. White space can be matched in one way only, so that a hostile list takes no more than its length.
 */
const MEMBER = /[\t ]*(?:(W\/)?("[\x21\x23-\x7e\x80-\xff]*")[\t ]*)?(?:,|$)/y;

interface EntityTag {
  readonly weak: boolean;
  /** With its quotes. */
  readonly opaque: string;
}

/** The tags of a list in its order, or null where it is malformed. */
function tagsOf(list: string): EntityTag[] | null {
  const tags: EntityTag[] = [];
  MEMBER.lastIndex = 0;
  while (MEMBER.lastIndex < list.length) {
    const member = MEMBER.exec(list);
    if (member === null) return null;
    const [, weak, opaque] = member;
    if (opaque !== undefined) tags.push({ weak: weak !== undefined, opaque });
  }
  return tags;
}

/**
 * Whether If-None-Match says that the client already holds the representation of this strong tag. `*` matches
 * anything there is; else the comparison is weak (RFC 9110, 13.1.2). A malformed header is ignored, as if it were
 * not there.
 */
export function matchesEntityTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  return tagsOf(ifNoneMatch)?.some(({ opaque }) => opaque === etag) ?? false;
}

/** Whether If-Match holds of this strong tag: `*` does, a list does if the very tag is in it (RFC 9110, 13.1.1). */
function holds(ifMatch: string, etag: string): boolean {
  if (ifMatch === etag || ifMatch.trim() === "*") return true;
  return tagsOf(ifMatch)?.some(({ weak, opaque }) => !weak && opaque === etag) ?? false;
}

/** What of a request's headers can be a condition on what is selected by a strong tag. */
export interface Conditions {
  readonly "if-match"?: string | undefined;
  readonly "if-none-match"?: string | undefined;
}

/**
 * The status that a GET or HEAD comes to which could be answered 200 with this strong tag: 412 where If-Match does
 * not hold, else 304 where If-None-Match matches (RFC 9110, 13.2.2). Conditions on dates are passed over: nothing
 * here has one.
 */
export function judge(conditions: Conditions, etag: string): 200 | 304 | 412 {
  const { "if-match": ifMatch, "if-none-match": ifNoneMatch } = conditions;
  if (ifMatch !== undefined && !holds(ifMatch, etag)) return 412;
  return ifNoneMatch !== undefined && matchesEntityTag(ifNoneMatch, etag) ? 304 : 200;
}
