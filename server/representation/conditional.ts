/** RFC 9110, 8.8.3: an entity tag is a quoted string, weak where W/ stands before it. */
const ENTITY_TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;
const TAG_LIST =
  /^[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")?(?:[\t ]*,[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")?)*[\t ]*$/;

const opaque = (tag: string) => (tag.startsWith("W/") ? tag.slice(2) : tag);

/**
 * Whether If-None-Match says that the client already holds this representation, so that 304 is due.
 * `*` matches anything there is; else the comparison is weak (RFC 9110, 13.1.2). A malformed header is
 * ignored, as if it were not there.
 */
export function matchesEntityTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  if (ifNoneMatch.trim() === "*") return true;
  if (!TAG_LIST.test(ifNoneMatch)) return false;
  return (ifNoneMatch.match(ENTITY_TAG) ?? []).some((tag) => opaque(tag) === opaque(etag));
}
