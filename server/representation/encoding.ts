import { parseWeighted } from "./quality.ts";

/** What we encode in, best first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Old names that RFC 9110, 8.4.1.3 asks to treat alike. */
const ALIASES: Readonly<Record<string, string>> = { "x-gzip": "gzip" };

/**
 * The encodings a client accepts of ours, best first: by weight, then br, gzip, identity. Identity is always
 * among them, and last, unless the header refuses it (`identity;q=0`, or `*;q=0` without naming it).
 * Without a header, or with an empty one, identity alone; several count as one list. RFC 9110, 12.5.3.
 */
export function acceptedEncodings(header: string | string[] | undefined): Encoding[] {
  if (header === undefined) return ["identity"];
  const weights = new Map<string, number>();
  for (const { value, quality } of parseWeighted(String(header)))
    weights.set(ALIASES[value] ?? value, quality);
  const any = weights.get("*");
  const weightOf = (encoding: Encoding) => {
    const named = weights.get(encoding);
    if (named !== undefined) return named;
    if (encoding === "identity") return any === 0 ? 0 : Number.MIN_VALUE;
    return any ?? 0;
  };
  return ENCODINGS.filter((one) => weightOf(one) > 0).sort((a, b) => weightOf(b) - weightOf(a));
}
