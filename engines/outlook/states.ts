import type { DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import { forecastSeries } from "../forecast/forecast-series.ts";
import { type Frame, RULES } from "./frame.ts";
import type { Origin, StateOutlook } from "./parts.ts";
import { countsIn, fadingSum } from "./steps.ts";

/** Open steps that must lie before a point of the past for anything to be forecast from it. */
function isEnough({ open }: Frame, at: number, least: number): boolean {
  return open.subarray(0, at).reduce((sum, one) => sum + one, 0) >= least;
}

/** The points of the past from which is forecast, the latest first: each with its whole reach after it. */
function pointsOf(frame: Frame): number[] {
  const { every, origins, reach, least } = RULES[frame.grain];
  const end = frame.starts.length;
  return Array.from({ length: origins }, (_, nth) => end - reach - nth * every).filter(
    (at) => at > 0 && isEnough(frame, at, least),
  );
}

/** Forecasts every state's counts of a dataset, from now and from points of the past. About 20 ms a state and point. */
export async function forecastStates(
  store: ActivityStore,
  kind: DatasetKind,
  frame: Frame,
  progress: () => void,
): Promise<StateOutlook> {
  const { season, halfLife, horizon, reach } = RULES[frame.grain];
  const series = await countsIn(store, store.gazetteer.states, kind, frame);
  const methods: string[] = [];
  const from = (at: number, ahead: number): Origin => {
    const means = series.map((counts, state) => {
      const past = counts.subarray(0, at);
      progress();
      if (!past.some((count) => count > 0)) {
        methods[state] = "none";
        return new Float64Array(ahead);
      }
      const { mean, method } = forecastSeries(past, { season, horizon: ahead, nonNegative: true });
      methods[state] = method;
      return mean;
    });
    return { at, means, sums: Float64Array.from(series, (counts) => fadingSum(counts, at, halfLife)) };
  };
  const past = pointsOf(frame).map((at) => from(at, reach));
  return { frame, past, present: from(frame.starts.length, horizon), methods };
}

/** How often `forecastStates` tells of progress. */
export const roundsOf = (frame: Frame, states: number): number => (pointsOf(frame).length + 1) * states;
