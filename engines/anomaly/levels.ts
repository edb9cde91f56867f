import type { SurveillanceParameters } from "./parameters.ts";

/** Levels nearer to nothing are taken for this, so that logarithms and ratios exist. */
const LEAST_LEVEL = 0.01;

/**
 * The level of a series, weekday taken out, as several discounted means tell it: short memories follow a
 * changing level, long ones are steadier, and those with trend correct their lag. Each is a Gamma-Poisson local level
 * (Harvey & Fernandes 1989), Σ δ^age w count / Σ δ^age w factor; with trend it is the multiplicative
 * form of Brown's (1956) double smoothing, level² / level of levels. They are averaged by how well each foretold the
 * days so far (dynamic model averaging: Raftery, Kárný & Ettler 2010).
 */
export interface Levels {
  readonly forgotten: Float64Array;
  readonly plain: number;
  readonly counts: Float64Array;
  readonly factors: Float64Array;
  readonly twiceCounts: Float64Array;
  readonly twiceFactors: Float64Array;
  readonly fit: Float64Array;
  readonly means: Float64Array;
  readonly shares: Float64Array;
  readonly fitKept: number;
  /** What the levels foretell of the next day, weekday taken out. */
  mean: number;
  /** Squared relative spread between the levels, and the sum of 1/weight that a variance over the level multiplies. */
  spread: number;
  inverseDays: number;
}

export function createLevels(p: SurveillanceParameters): Levels {
  const memories = [...p.memories, ...p.trendMemories];
  const column = () => new Float64Array(memories.length);
  return {
    forgotten: Float64Array.from(memories, (days) => 1 / days),
    plain: p.memories.length,
    counts: column(),
    factors: column(),
    twiceCounts: column(),
    twiceFactors: column(),
    fit: column(),
    means: column(),
    shares: column(),
    fitKept: p.fitKept,
    mean: 0,
    spread: 0,
    inverseDays: 0,
  };
}

/** Starts anew from a level that so many report days stand for. */
export function restartLevels(levels: Levels, level: number, days: number): void {
  levels.counts.fill(level * days);
  levels.factors.fill(days);
  levels.twiceCounts.fill(level * days);
  levels.twiceFactors.fill(days);
  levels.fit.fill(0);
}

/** Sets mean, spread and inverseDays for the next day. */
export function foretellLevel(levels: Levels): void {
  const { counts, factors, twiceCounts, twiceFactors, fit, means, shares, plain } = levels;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < fit.length; k++) if (fit[k]! > best) best = fit[k]!;
  let [total, mean, inverse] = [0, 0, 0];
  for (let k = 0; k < fit.length; k++) {
    let level = counts[k]! / factors[k]!;
    if (k >= plain) {
      const trend = (level * twiceFactors[k]!) / twiceCounts[k]!;
      level *= trend < 0.5 ? 0.5 : trend < 2 ? trend : 2;
    }
    const share = Math.exp(fit[k]! - best);
    means[k] = level;
    shares[k] = share;
    total += share;
    mean += share * level;
    inverse += share / factors[k]!;
  }
  mean /= total;
  let spread = 0;
  for (let k = 0; k < fit.length; k++) spread += shares[k]! * (means[k]! - mean) ** 2;
  levels.mean = mean > LEAST_LEVEL ? mean : LEAST_LEVEL;
  levels.spread = spread / total / (levels.mean * levels.mean);
  levels.inverseDays = inverse / total;
}

/**
 * Takes a day in, after foretellLevel.
 * @param factor the weekday's factor
 * @param size of the day's negative binomial
 * @param weight 1 for a normal day, less for one that is thought abnormal
 */
export function learnLevel(
  levels: Levels,
  count: number,
  factor: number,
  size: number,
  weight: number,
): void {
  const { forgotten, counts, factors, twiceCounts, twiceFactors, fit, means, plain } = levels;
  const fitKept = 1 - (1 - levels.fitKept) * weight;
  for (let k = 0; k < fit.length; k++) {
    const level = means[k]! > LEAST_LEVEL ? means[k]! : LEAST_LEVEL;
    const fitness = count * Math.log(level) - (count + size) * Math.log(size + level * factor);
    fit[k] = fit[k]! * fitKept + weight * fitness;
    const kept = 1 - forgotten[k]! * weight;
    counts[k] = counts[k]! * kept + weight * count;
    factors[k] = factors[k]! * kept + weight * factor;
    if (k < plain) continue;
    const exposed = weight * factor;
    twiceCounts[k] = twiceCounts[k]! * kept + (exposed * counts[k]!) / factors[k]!;
    twiceFactors[k] = twiceFactors[k]! * kept + exposed;
  }
}
