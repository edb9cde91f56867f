import { type Box, minimise } from "./minimise.ts";

export type SeasonForm = "none" | "additive" | "multiplicative";

/** What exponential smoothing may follow beside the level. */
export interface SmoothForm {
  readonly trend: boolean;
  readonly seasonal: SeasonForm;
}

/**
 * Exponential smoothing with additive errors, ETS(A, N or Ad, N, A or M).
 */
export function smooth(
  values: Float64Array,
  season: number,
  horizon: number,
  form: SmoothForm,
  startSeason: Float64Array | null,
): { forecast: Float64Array; sse: number; count: number; params: Float64Array } {
  const n = values.length;
  const kind = form.seasonal === "none" ? 0 : form.seasonal === "additive" ? 1 : 2;
  const m = kind === 0 ? 1 : season;
  const seasons = new Float64Array(m);
  const begin = startSeason ?? new Float64Array(m).fill(kind === 2 ? 1 : 0);
  // start: level and slope from least squares over the first ten or so
  const first: number[] = [];
  for (let at = 0; at < n && first.length < Math.max(10, 2 * m); at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    first.push(kind === 2 ? value / begin[at % m]! : kind === 1 ? value - begin[at % m]! : value);
  }
  const k = first.length;
  const mean = first.reduce((a, b) => a + b, 0) / k;
  let [num, den] = [0, 0];
  for (let i = 0; i < k; i++) {
    num += (i - (k - 1) / 2) * (first[i]! - mean);
    den += (i - (k - 1) / 2) ** 2;
  }
  const slope = form.trend && den > 0 ? num / den : 0;
  const level0 = form.trend ? mean - slope * ((k + 1) / 2) : mean;
  let spread = 0;
  for (const v of first) spread += Math.abs(v - mean);
  spread = spread / k || Math.abs(mean) * 0.1 || 1;

  let level = 0;
  let growth = 0;
  const run = (p: Float64Array): number => {
    const alpha = p[0]!;
    const beta = form.trend ? alpha * p[2]! : 0;
    const phi = form.trend ? p[3]! : 0;
    level = p[1]!;
    growth = form.trend ? p[4]! : 0;
    const gamma = kind === 0 ? 0 : (1 - alpha) * p[form.trend ? 5 : 2]!;
    seasons.set(begin);
    let sse = 0;
    let phase = 0;
    for (let at = 0; at < n; at++) {
      const base = level + phi * growth;
      const value = values[at]!;
      level = base;
      growth *= phi;
      if (!Number.isNaN(value)) {
        const s = seasons[phase]!;
        const fit = kind === 2 ? base * s : base + s;
        const e = value - fit;
        sse += e * e;
        if (kind === 2) {
          level += (alpha * e) / s;
          growth += (beta * e) / s;
          seasons[phase] = s + (gamma * e) / (base || 1e-9);
        } else {
          level += alpha * e;
          growth += beta * e;
          if (kind === 1) seasons[phase] = s + gamma * e;
        }
      }
      if (++phase === m) phase = 0;
    }
    return sse;
  };
  const box: Box = {
    start: [0.3, level0],
    step: [0.3, spread],
    low: [0.001, -Infinity],
    high: [0.999, Infinity],
  };
  const b = { start: [...box.start], step: [...box.step], low: [...box.low], high: [...box.high] };
  const push = (s: number, t: number, l: number, h: number) => {
    b.start.push(s);
    b.step.push(t);
    b.low.push(l);
    b.high.push(h);
  };
  if (form.trend) {
    push(0.1, 0.2, 0.0001, 0.999);
    push(0.95, -0.08, 0.8, 0.98);
    push(slope, spread / 5, -Infinity, Infinity);
  }
  if (kind !== 0) push(0.05, 0.1, 0.0001, 0.999);
  const params = minimise(run, b, 60 * b.start.length);
  const sse = run(params);
  const phi = form.trend ? params[3]! : 0;
  const forecast = new Float64Array(horizon);
  let damp = 0;
  let power = 1;
  for (let step = 0; step < horizon; step++) {
    power *= phi;
    damp += power;
    const base = level + damp * growth;
    // growth holds the last slope
    const s = seasons[(n + step) % m]!;
    forecast[step] = kind === 0 ? base : kind === 1 ? base + s : base * s;
  }
  let count = 0;
  for (const v of values) if (!Number.isNaN(v)) count++;
  return { forecast, sse, count, params };
}
