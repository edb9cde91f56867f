import { parseWeighted } from "./quality.ts";

/** What an answer of the graph can be written as; the first is for clients that do not mind. */
export const MEDIA_TYPES = ["application/json", "application/graphql-response+json"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** How closely a range names a type: 2 the type itself, 1 its family, 0 anything, −1 not at all. */
function closeness(range: string, type: string): number {
  if (range === type) return 2;
  if (range === `${type.slice(0, type.indexOf("/"))}/*`) return 1;
  return range === "*/*" ? 0 : -1;
}

/**
 * The media type to answer in, or null where the header accepts none of ours. The highest weight wins, then
 * the closest name, then the earlier in the header, then application/json. Without a header, or with an
 * empty or wholly malformed one, application/json.
 */
export function chooseMediaType(header: string | undefined): MediaType | null {
  const ranges = header === undefined ? [] : parseWeighted(header);
  if (ranges.length === 0) return MEDIA_TYPES[0];
  let best: { type: MediaType; quality: number; close: number; at: number } | null = null;
  for (const type of MEDIA_TYPES) {
    let found = { type, quality: 0, close: -1, at: 0 };
    ranges.forEach(({ value, quality }, at) => {
      const close = closeness(value, type);
      if (close > found.close) found = { type, quality, close, at };
    });
    if (found.quality === 0) continue;
    const better =
      best === null ||
      found.quality > best.quality ||
      (found.quality === best.quality &&
        (found.close > best.close || (found.close === best.close && found.at < best.at)));
    if (better) best = found;
  }
  return best?.type ?? null;
}
