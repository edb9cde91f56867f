import type { Cycle } from "./cycle.ts";

/** The seasonal pattern of a series and the series without it. */
export interface Adjusted {
  /** The series without its season, NaN where missing. */
  readonly values: Float64Array;
  /** One entry a phase; factors about 1, or amounts about 0. */
  readonly indices: Float64Array;
  readonly multiplicative: boolean;
  /** Whether a season was learnt at all. */
  readonly learnt: boolean;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Centred moving average over one season, halves at the ends where the season is even; NaN where less than half is known. */
export function centredAverage(values: Float64Array, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const even = season % 2 === 0;
  const out = new Float64Array(values.length).fill(Number.NaN);
  for (let at = half; at + half < values.length; at++) {
    let [sum, weight] = [0, 0];
    for (let i = at - half; i <= at + half; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      const w = even && (i === at - half || i === at + half) ? 0.5 : 1;
      sum += w * value;
      weight += w;
    }
    if (weight > season / 2) out[at] = sum / weight;
  }
  return out;
}

/**
 * Takes the season out by classical decomposition: each phase's mean of the deviations from the centred moving
 * average (Hyndman & Athanasopoulos, 3.4), shrunk to none by the share of their spread that sampling explains
 * (James–Stein, as Miller & Williams 2003 do), so that a season that is not there is not learnt.
 * A phase never seen has none. Multiplicative by way of logarithms.
 */
export function adjustSeason(
  values: Float64Array,
  { season, phases }: Cycle,
  multiplicative: boolean,
): Adjusted {
  const none = (): Adjusted => ({
    values,
    indices: new Float64Array(season).fill(multiplicative ? 1 : 0),
    multiplicative,
    learnt: false,
  });
  if (season < 2 || values.length < 2 * season) return none();
  const work = multiplicative ? values.map(Math.log) : values;
  const trend = centredAverage(work, season);
  const parts: number[][] = Array.from({ length: season }, () => []);
  for (let at = 0; at < work.length; at++) {
    const deviation = work[at]! - trend[at]!;
    if (!Number.isNaN(deviation)) parts[phases[at]!]!.push(deviation);
  }
  const known = parts.filter((part) => part.length > 0);
  if (known.length < 2) return none();
  const raw = parts.map((part) => (part.length > 0 ? mean(part) : 0));
  const centre = mean(known.map(mean));
  let [within, freedom, between] = [0, 0, 0];
  for (const [phase, part] of parts.entries()) {
    if (part.length === 0) continue;
    for (const value of part) within += (value - raw[phase]!) ** 2;
    freedom += part.length - 1;
    between += (raw[phase]! - centre) ** 2 / (known.length - 1);
  }
  const count = mean(known.map((part) => part.length));
  const noise = freedom > 0 ? within / freedom / count : between;
  const kept = between > 0 ? Math.max(0, 1 - noise / between) : 0;
  const indices = Float64Array.from(raw, (value, phase) => {
    const shrunk = parts[phase]!.length > 0 ? kept * (value - centre) : 0;
    return multiplicative ? Math.exp(shrunk) : shrunk;
  });
  return {
    values: values.map((value, at) =>
      multiplicative ? value / indices[phases[at]!]! : value - indices[phases[at]!]!,
    ),
    indices,
    multiplicative,
    learnt: kept > 0,
  };
}

/** Puts the season back on a forecast that starts right after the adjusted series. */
export function putSeasonBack(forecast: Float64Array, adjusted: Adjusted, { phases }: Cycle): Float64Array {
  const { indices, multiplicative, values } = adjusted;
  return forecast.map((value, step) => {
    const index = indices[phases[values.length + step]!]!;
    return multiplicative ? value * index : value + index;
  });
}
