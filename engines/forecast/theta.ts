import { minimise } from "./minimise.ts";

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, DOTM) of a series
 * without season:
 *   mu_t = l_{t-1} + (1 - 1/theta) ((1-a)^{t-1} A_{t-1} + (1 - (1-a)^t)/a B_{t-1})
 */
export function theta(values: Float64Array, horizon: number, fixed: number | null): Float64Array {
  const n = values.length;
  const first = values.find((v) => !Number.isNaN(v))!;
  let level = 0;
  let A = 0;
  let B = 0;
  let meanY = 0;
  let seen = 0;
  let power = 1;
  const run = (p: Float64Array): number => {
    const alpha = p[0]!;
    level = p[1]!;
    const w = 1 - 1 / (fixed ?? p[2]!);
    let sse = 0;
    A = 0;
    B = 0;
    meanY = 0;
    seen = 0;
    power = 1;
    // the least-squares line through what is known so far, by its running sums over time
    let [st, stt, sty] = [0, 0, 0];
    for (let at = 0; at < n; at++) {
      const value = values[at]!;
      const next = power * (1 - alpha);
      const mu = level + w * (power * A + ((1 - next) / alpha) * B);
      const e = !Number.isNaN(value) ? value - mu : 0;
      if (!Number.isNaN(value)) {
        if (seen >= 2) sse += e * e;
        const t = at + 1;
        seen++;
        meanY += (value - meanY) / seen;
        st += t;
        stt += t * t;
        sty += t * value;
        const den = stt - (st * st) / seen;
        B = den > 0 ? (sty - st * meanY) / den : 0;
        A = meanY - (B * st) / seen;
      }
      level = alpha * (mu + e) + (1 - alpha) * level;
      power = next;
    }
    return sse;
  };
  let spread = 0;
  let c = 0;
  for (const v of values) if (!Number.isNaN(v) && ++c <= 10) spread += Math.abs(v - first) / 10;
  const b = fixed
    ? { start: [0.5, first / 2], step: [0.3, spread || 1], low: [0.05, -Infinity], high: [0.99, Infinity] }
    : {
        start: [0.5, first / 2, 2],
        step: [0.3, spread || 1, 1],
        low: [0.05, -Infinity, 1],
        high: [0.99, Infinity, 10],
      };
  const p = minimise(run, b, 60 * b.start.length);
  run(p);
  const alpha = p[0]!;
  const w = 1 - 1 / (fixed ?? p[2]!);
  // beyond the data the line stays as it is and the level follows the forecast itself
  const forecast = new Float64Array(horizon);
  for (let step = 0; step < horizon; step++) {
    const next = power * (1 - alpha);
    const mu = level + w * (power * A + ((1 - next) / alpha) * B);
    forecast[step] = mu;
    level = alpha * mu + (1 - alpha) * level;
    power = next;
    // A and B follow the forecasts as the data would: the line through them keeps its slope
  }
  return forecast;
}
