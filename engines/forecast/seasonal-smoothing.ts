import type { Cycle } from "./cycle.ts";
import { minimise } from "./minimise.ts";
import { startLine } from "./start-line.ts";

const START_VALUES = 10;
const EVALUATIONS = 40;

/**
 * Exponential smoothing whose season moves (Holt–Winters, additive; Hyndman & Athanasopoulos 8.3), with a damped
 * trend or none: with an error e to the forecast l + phi b + s of one step
 *   l ← l + phi b + alpha e,   b ← phi b + alpha beta e,   s ← s + gamma (1 − alpha) e.
 * The season starts from the indices given; all else minimises the squared one-step errors.
 * @param indices one amount a phase of the cycle
 */
export function seasonalSmoothing(
  values: Float64Array,
  { season, phases }: Cycle,
  indices: Float64Array,
  damped: boolean,
  horizon: number,
): Float64Array {
  const start = startLine(
    values.map((value, at) => value - indices[phases[at]!]!),
    Math.max(START_VALUES, 2 * season),
  );
  const now = new Float64Array(season);
  let [level, growth] = [0, 0];
  const run = (at: Float64Array): number => {
    const [alpha, gamma] = [at[0]!, (1 - at[0]!) * at[2]!];
    level = at[1]!;
    const [beta, phi] = damped ? [alpha * at[3]!, at[4]!] : [0, 0];
    growth = damped ? at[5]! : 0;
    now.set(indices);
    let sum = 0;
    for (let t = 0; t < values.length; t++) {
      const phase = phases[t]!;
      growth *= phi;
      level += growth;
      const error = values[t]! - level - now[phase]!;
      if (!Number.isNaN(error)) {
        sum += error * error;
        level += alpha * error;
        growth += beta * error;
        if (season > 1) now[phase] = now[phase]! + gamma * error;
      }
    }
    return sum;
  };
  const box = {
    start: [0.3, damped ? start.level : start.mean, season > 1 ? 0.05 : 0],
    step: [0.3, start.spread, season > 1 ? 0.1 : 0],
    low: [0.001, -Infinity, 0],
    high: [0.999, Infinity, season > 1 ? 0.999 : 0],
  };
  if (damped) {
    box.start.push(0.1, 0.95, start.slope);
    box.step.push(0.2, -0.08, start.spread / 5);
    box.low.push(0.0001, 0.8, -Infinity);
    box.high.push(0.999, 0.98, Infinity);
  }
  const best = minimise(run, box, EVALUATIONS * box.start.length);
  run(best);
  const phi = damped ? best[4]! : 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    growth *= phi;
    level += growth;
    return level + now[phases[values.length + step]!]!;
  });
}
