/**
 * The seasonal naive forecast: what the same phase of the season last showed. A phase never seen takes the
 * last value known of any; without any value all steps are NaN.
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 5.2.
 * @param values the past, NaN where missing
 * @param season steps a season has, 1 for none
 */
export function seasonalNaive(values: Float64Array, season: number, horizon: number): Float64Array {
  const phases = new Float64Array(season).fill(Number.NaN);
  let last = Number.NaN;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    phases[at % season] = value;
    last = value;
  }
  return Float64Array.from({ length: horizon }, (_, step) => {
    const value = phases[(values.length + step) % season]!;
    return Number.isNaN(value) ? last : value;
  });
}
