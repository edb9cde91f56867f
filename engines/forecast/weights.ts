import type { Backtest } from "./backtest.ts";

/** A model with half the error has eight times the weight. */
const STEEPNESS = 3;
const SHIFTS = 20;
/** So little of the largest error is added to all, that a faultless model stays finite. */
const LEAST_SHARE = 1e-6;

/** The weighted mean of forecasts, step by step. */
export function combine(forecasts: readonly Float64Array[], weights: Float64Array): Float64Array {
  return forecasts[0]!.map((_, step) => {
    let sum = 0;
    for (let at = 0; at < forecasts.length; at++) sum += weights[at]! * forecasts[at]![step]!;
    return sum;
  });
}

/** Mean error over the backtest up to, without, the value `before`; NaN where nothing can be compared. */
function meanError(
  { origins, forecasts }: Backtest,
  values: Float64Array,
  before: number,
  squared: boolean,
  pick: (row: readonly Float64Array[], step: number) => number,
): number {
  let [sum, count] = [0, 0];
  for (const [row, origin] of origins.entries()) {
    const length = Math.min(forecasts[row]![0]!.length, before - origin);
    for (let step = 0; step < length; step++) {
      const error = Math.abs(values[origin + step]! - pick(forecasts[row]!, step));
      if (Number.isNaN(error)) continue;
      sum += squared ? error * error : error;
      count++;
    }
  }
  return squared ? Math.sqrt(sum / count) : sum / count;
}

/**
 * Weights of the models, first the naive one, from their errors in the backtest on values before `before`: each
 * error to the power −3 (inverse-error weights, Bates & Granger 1969), then moved towards the naive model by the least
 * twentieth with which the combination was not worse than it there. All the weight on naive always satisfies that.
 * Equal where nothing can be compared.
 * @param squared judge by root mean squares, for counts whose median may be 0
 */
export function weigh(
  found: Backtest,
  values: Float64Array,
  before: number,
  models: number,
  squared: boolean,
): Float64Array {
  const errors = Array.from({ length: models }, (_, model) =>
    meanError(found, values, before, squared, (row, step) => row[model]![step]!),
  );
  const largest = Math.max(...errors);
  if (!(largest > 0)) return new Float64Array(models).fill(1 / models);
  const raw = errors.map((error) => (error / largest + LEAST_SHARE) ** -STEEPNESS);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = Float64Array.from(raw, (weight) => weight / total);
  const shifted = (share: number) =>
    weights.map((weight, model) => (1 - share) * weight + (model === 0 ? share : 0));
  for (let shift = 0; shift < SHIFTS; shift++) {
    const tried = shifted(shift / SHIFTS);
    const error = meanError(found, values, before, squared, (row, step) => {
      let sum = 0;
      for (let model = 0; model < models; model++) sum += tried[model]! * row[model]![step]!;
      return sum;
    });
    if (error <= errors[0]!) return tried;
  }
  return shifted(1);
}
