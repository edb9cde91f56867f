import { quantileSorted } from "simple-statistics";
import type { Grain } from "./frame.ts";
import type { Miss } from "./misses.ts";

/** Bounds of a forecast. */
export interface Bounds {
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** Counts a step from which a class of volume begins; the first begins at 0. */
const CLASSES: readonly number[] = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000];
/** Steps ahead up to which a group of them reaches. */
const GROUPS: Readonly<Record<Grain, readonly number[]>> = { DAY: [7, 14, 28], MONTH: [1, 2, 3] };
/** How much of a count is noise in proportion to it, beside that of chance: the scale in which misses are told. */
const PROPORTION = 0.2;
/** Misses without which a class borrows those of the classes around it. */
const LEAST = 200;
/** Misses without which, those borrowed included, nothing is known. */
const FEWEST = 40;
/** Shares of misses that lie below lower95, lower80, upper80 and upper95. */
const SHARES = [0.025, 0.1, 0.9, 0.975] as const;
/** Where no misses are known: wider than any that were measured of days. */
const UNKNOWN: readonly number[] = [-8, -4, 6, 12];
/** From this count a step on, bounds are half as wide at least as chance alone would make them: the normal's 1.28 and 1.96. */
const COUNTABLE = 1;
const HALF_CHANCE: readonly number[] = [-0.98, -0.64, 0.64, 0.98];
/** Beyond the last group bounds widen as this power of the steps, as a random walk's do. */
const GROWTH = 0.5;

const scaleOf = (mean: number): number => Math.sqrt(mean + (PROPORTION * mean) ** 2) || 1;
const classOf = (mean: number): number => CLASSES.filter((from) => mean >= from).length;
const groupOf = (ahead: number, grain: Grain): number => {
  const at = GROUPS[grain].findIndex((last) => ahead <= last);
  return at < 0 ? GROUPS[grain].length - 1 : at;
};

/** Quantiles of scaled misses by group of steps and class of volume; null where too few were seen. */
export type Bands = readonly (readonly (readonly number[] | null)[])[];

/**
 * Learns bounds from misses of many places: conformal, pooled by volume, since one place's own are few. Quantiles take
 * the finite sample into account (n + 1 in place of n).
 */
export async function learnBands(misses: AsyncIterable<Miss>, grain: Grain): Promise<Bands> {
  const pools = GROUPS[grain].map(() => Array.from({ length: CLASSES.length + 1 }, (): number[] => []));
  for await (const { ahead, mean, actual } of misses)
    pools[groupOf(ahead, grain)]![classOf(mean)]!.push((actual - mean) / scaleOf(mean));
  return pools.map((classes) =>
    classes.map((_, at) => {
      const pool = borrowed(classes, at).sort((a, b) => a - b);
      if (pool.length < FEWEST) return null;
      const stretched = (share: number) => 0.5 + (share - 0.5) * (1 + 1 / pool.length);
      return SHARES.map((share) => quantileSorted(pool, Math.min(1, Math.max(0, stretched(share)))));
    }),
  );
}

/**
 * The misses of a class and, until there are enough, of those beside it. The least class lends to none: where hardly
 * anything is counted hardly anything is missed.
 */
function borrowed(classes: readonly (readonly number[])[], at: number): number[] {
  let pool = classes[at]!;
  for (let off = 1; off < classes.length && pool.length < LEAST; off++)
    for (const beside of [at - off, at + off]) if (beside > 0) pool = pool.concat(classes[beside] ?? []);
  return [...pool];
}

/**
 * The bounds of a forecast of so many steps ahead: around its mean, never below 0, the wider holding the narrower.
 */
export function boundsOf(bands: Bands, grain: Grain, ahead: number, mean: number): Bounds {
  const learnt = bands[groupOf(ahead, grain)]![classOf(mean)] ?? UNKNOWN;
  const widest = (at: number) => (at < 2 ? Math.min : Math.max)(learnt[at]!, HALF_CHANCE[at]!);
  const quantiles = mean < COUNTABLE ? learnt : learnt.map((_, at) => widest(at));
  const last = GROUPS[grain].at(-1)!;
  const wider = ahead > last ? (ahead / last) ** GROWTH : 1;
  const scale = scaleOf(mean) * wider;
  const [low95, low80, high80, high95] = quantiles as [number, number, number, number];
  const below = (quantile: number) => Math.max(0, mean + Math.min(0, quantile) * scale);
  const above = (quantile: number) => mean + Math.max(0, quantile) * scale;
  return {
    lower95: below(Math.min(low95, low80)),
    lower80: below(low80),
    upper80: above(high80),
    upper95: above(Math.max(high95, high80)),
  };
}
