import { minimise } from "./minimise.ts";
import { startLine } from "./start-line.ts";

/** Steps ahead that the fit looks at: one-step errors alone favour trends that do not last. */
const AHEAD = 3;
const START_VALUES = 10;
const EVALUATIONS = 40;

/**
 * Exponential smoothing with a damped trend (Gardner & McKenzie 1985; Hyndman & Athanasopoulos 8.2), of a series
 * without season: forecast l + (phi + … + phi^k) b; with an error e to the one-step forecast
 *   l ← l + phi b + alpha e,   b ← phi b + alpha beta e.
 * alpha, beta (0..1), phi (0.8..0.98), first level and slope minimise the mean absolute error one to three
 * steps ahead, which outliers move less than squares. A missing value moves the state by its trend alone.
 */
export function dampedTrend(values: Float64Array, horizon: number): Float64Array {
  const start = startLine(values, START_VALUES);
  let [level, growth] = [0, 0];
  const run = (at: Float64Array): number => {
    const [alpha, beta, phi] = [at[0]!, at[0]! * at[1]!, at[2]!];
    level = at[3]!;
    growth = at[4]!;
    let sum = 0;
    for (let t = 0; t < values.length; t++) {
      const value = values[t]!;
      let [ahead, power] = [level, growth];
      for (let i = t; i < t + AHEAD && i < values.length; i++) {
        power *= phi;
        ahead += power;
        const error = Math.abs(values[i]! - ahead);
        if (!Number.isNaN(error)) sum += error;
      }
      growth *= phi;
      level += growth;
      if (Number.isNaN(value)) continue;
      const error = value - level;
      level += alpha * error;
      growth += beta * error;
    }
    return sum;
  };
  const best = minimise(
    run,
    {
      start: [0.3, 0.1, 0.95, start.level, start.slope],
      step: [0.3, 0.2, -0.08, start.spread, start.spread / 5],
      low: [0.001, 0.0001, 0.8, -Infinity, -Infinity],
      high: [0.999, 0.999, 0.98, Infinity, Infinity],
    },
    5 * EVALUATIONS,
  );
  run(best);
  let [power, ahead] = [growth, level];
  return Float64Array.from({ length: horizon }, () => {
    power *= best[2]!;
    ahead += power;
    return ahead;
  });
}
