import { minimise } from "./minimise.ts";
import { startLine } from "./start-line.ts";

const START_VALUES = 10;
const EVALUATIONS = 40;
/** Errors of the first values, which the line has not been learnt from yet, do not count. */
const WARM_UP = 2;

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, "Models for optimising
 * the theta method and their relationship to state space models", section 2.3) of a series without season:
 *   forecast = l + (1 − 1/theta) ((1 − alpha)^(t−1) A + (1 − (1 − alpha)^t)/alpha B),
 * where A and B are the height and slope of the least-squares line through what is known so far, and
 *   l ← alpha y + (1 − alpha) l.
 * alpha (0.05..0.99), theta (1..10) and the first level minimise the squared one-step errors. A missing value is
 * taken as its forecast; so are the values ahead, with the line as it is.
 */
export function theta(values: Float64Array, horizon: number): Float64Array {
  const start = startLine(values, START_VALUES);
  let [level, line, slope, power] = [0, 0, 0, 1];
  const ahead = (alpha: number, share: number) =>
    level + share * (power * line + ((1 - power * (1 - alpha)) / alpha) * slope);
  const run = (at: Float64Array): number => {
    const [alpha, share] = [at[0]!, 1 - 1 / at[1]!];
    level = at[2]!;
    line = 0;
    slope = 0;
    power = 1;
    let [known, mean, sumT, sumTT, sumTY, sum] = [0, 0, 0, 0, 0, 0];
    for (let t = 1; t <= values.length; t++) {
      const forecast = ahead(alpha, share);
      const seen = values[t - 1]!;
      const missing = Number.isNaN(seen);
      const value = missing ? forecast : seen;
      if (!missing) {
        if (known >= WARM_UP) sum += (value - forecast) ** 2;
        known++;
        mean += (value - mean) / known;
        sumT += t;
        sumTT += t * t;
        sumTY += t * value;
        const over = sumTT - (sumT * sumT) / known;
        slope = over > 0 ? (sumTY - sumT * mean) / over : 0;
        line = mean - (slope * sumT) / known;
      }
      level = alpha * value + (1 - alpha) * level;
      power *= 1 - alpha;
    }
    return sum;
  };
  const best = minimise(
    run,
    {
      start: [0.5, 2, start.mean / 2],
      step: [0.3, 1, start.spread],
      low: [0.05, 1, -Infinity],
      high: [0.99, 10, Infinity],
    },
    3 * EVALUATIONS,
  );
  run(best);
  const [alpha, share] = [best[0]!, 1 - 1 / best[1]!];
  return Float64Array.from({ length: horizon }, () => {
    const forecast = ahead(alpha, share);
    level = alpha * forecast + (1 - alpha) * level;
    power *= 1 - alpha;
    return forecast;
  });
}
