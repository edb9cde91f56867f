import type { Day } from "../../data/activity/day.ts";
import { COUNTS_OF, DATASETS, type DatasetKind, type Metric } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";
import { type Accuracy, accuracyOf } from "./accuracy.ts";
import { type Bounds, boundsOf } from "./bands.ts";
import { GRAINS, type Grain, RULES } from "./frame.ts";
import { type Known, missesOf } from "./misses.ts";
import type { GrainOutlook, NationOutlook } from "./nation.ts";
import type { NoteCode } from "./notes.ts";
import { meanOfPart, type Part } from "./parts.ts";
import { countsIn } from "./steps.ts";

/** What is asked about one place. */
export interface ForecastRequest {
  readonly place: Place;
  readonly metric: Metric;
  readonly grain: Grain;
  /** Days after the data's last. */
  readonly horizon: number;
}

export interface ForecastPoint extends Bounds {
  /** The day, or the month's first. */
  readonly date: Day;
  readonly mean: number;
}

export interface PlaceForecast {
  readonly grain: Grain;
  readonly method: string;
  readonly points: readonly ForecastPoint[];
  readonly accuracy: Accuracy | null;
  readonly notes: readonly NoteCode[];
}

/** The datasets that a metric is counted in. */
const kindsOf = (metric: Metric): DatasetKind[] =>
  DATASETS.filter((kind) => COUNTS_OF[metric].some((count) => COUNTS_OF[kind].includes(count)));

/** A part's metric: the metric itself where it is of that dataset alone, else the dataset. */
const metricIn = (metric: Metric, kind: DatasetKind): Metric => (metric === "ACTIVITY" ? kind : metric);

/** The states that a place lies in or holds, and the places whose counts are its part of each. */
function divide({ gazetteer }: ActivityStore, place: Place): { state: number; place: Place }[] {
  if (place.level === "COUNTRY") return gazetteer.states.map((one) => ({ state: one.index, place: one }));
  if (place.level === "STATE") return [{ state: place.index, place }];
  const { state } = place.level === "DISTRICT" ? place : gazetteer.districts[place.district]!;
  return [{ state, place }];
}

async function partsOf(
  store: ActivityStore,
  { place, metric }: ForecastRequest,
  { states }: GrainOutlook,
  signal?: AbortSignal,
): Promise<(Known & { readonly part: Part })[]> {
  const divided = divide(store, place);
  const found = kindsOf(metric).map(async (kind) => {
    const of = states[kind];
    if (of === undefined) return [];
    const places = divided.map((one) => one.place);
    const counts = await countsIn(store, places, metricIn(metric, kind), of.frame, signal);
    return counts.map((series, at) => ({
      ...{ frame: of.frame, past: of.past },
      part: { kind, state: divided[at]!.state, series },
    }));
  });
  return (await Promise.all(found)).flat();
}

/** The sum of the parts' counts: NaN in steps in which none of them is open. */
function together(parts: readonly Known[]): Float64Array {
  const steps = Math.max(...parts.map(({ part }) => part.series.length));
  const sum = new Float64Array(steps).fill(Number.NaN);
  for (const { part } of parts) {
    // Frames end with the same step; where one begins later its past is shorter.
    const lead = steps - part.series.length;
    part.series.forEach((count, at) => {
      if (!Number.isNaN(count))
        sum[lead + at] = (Number.isNaN(sum[lead + at]!) ? 0 : sum[lead + at]!) + count;
    });
  }
  return sum;
}

/** Means by step to come, and whether reports are expected in it of any of the parts. */
function aheadOf(parts: readonly Known[], outlook: GrainOutlook, grain: Grain) {
  const steps = RULES[grain].horizon;
  const [means, opens] = [new Float64Array(steps), new Uint8Array(steps)];
  for (const { part, frame } of parts) {
    const own = meanOfPart(part, outlook.states[part.kind]!.present, grain);
    for (let step = 0; step < steps; step++) {
      if (frame.opens[step] !== 1) continue;
      means[step]! += own[step]!;
      opens[step] = 1;
    }
  }
  return { means, opens };
}

function notesFor(
  request: ForecastRequest,
  grain: Grain,
  steps: number,
  isSilent: boolean,
  accuracy: Accuracy | null,
): NoteCode[] {
  const notes: NoteCode[] = [];
  if (isSilent) notes.push("SILENT");
  if (grain !== request.grain) notes.push("BATCHES");
  if (request.place.level === "DISTRICT" || request.place.level === "PINCODE") notes.push("MIDDLE_OUT");
  if (grain === "DAY") notes.push("REPORT_DAYS");
  notes.push("NO_YEAR");
  if (steps > RULES[grain].reach) notes.push("FAR");
  if (accuracy === null) notes.push("SHORT");
  else if (accuracy.mase > accuracy.seasonalNaiveMase) notes.push("NAIVE_BETTER");
  return notes;
}

/** Where nobody in the country has reported there is nothing to go by. */
const NOTHING: PlaceForecast = {
  ...{ grain: "DAY", method: "none", points: [], accuracy: null },
  notes: ["SHORT", "NO_YEAR"],
};

function methodOf(outlook: GrainOutlook, { place }: ForecastRequest, parts: readonly Known[]): string {
  if (place.level === "COUNTRY") return "sum of the states' forecasts";
  const { kind, state } = parts[0]!.part;
  return parts.length > 1 ? "sum of the datasets' forecasts" : outlook.states[kind]!.methods[state]!;
}

/**
 * Forecasts a metric of a place: its states' forecasts times its share of each. Days where days are asked for and
 * reported, else months. Forecasts of places, and of age bands, add up to those of what they are parts of.
 */
export async function forecastPlace(
  store: ActivityStore,
  nation: NationOutlook,
  request: ForecastRequest,
  signal?: AbortSignal,
): Promise<PlaceForecast> {
  const { metric } = request;
  const kinds = kindsOf(metric).filter((kind) =>
    GRAINS.some((one) => nation[one].states[kind] !== undefined),
  );
  const isDaily = kinds.every((kind) => nation.DAY.states[kind] !== undefined);
  const grain: Grain = isDaily && request.grain === "DAY" ? "DAY" : "MONTH";
  const outlook = nation[grain];
  const parts = await partsOf(store, request, outlook, signal);
  const [first] = parts;
  const bands = outlook.bands[metric === "ACTIVITY" ? metric : kinds[0]!];
  if (first === undefined || bands === undefined) return NOTHING;
  const { means, opens } = aheadOf(parts, outlook, grain);
  const last = first.frame.future[0]! + request.horizon - 1;
  const points: ForecastPoint[] = [];
  for (const [step, date] of first.frame.future.entries()) {
    if (date > last || opens[step] !== 1) continue;
    points.push({ date, mean: means[step]!, ...boundsOf(bands, grain, step + 1, means[step]!) });
  }
  const past = together(parts);
  const accuracy = accuracyOf(missesOf(parts), past, bands, grain);
  const isSilent = !past.some((count) => count > 0);
  const notes = notesFor(
    request,
    grain,
    points.length === 0 ? 0 : lastStep(first, points),
    isSilent,
    accuracy,
  );
  return { grain, method: methodOf(outlook, request, parts), points, accuracy, notes };
}

const lastStep = ({ frame }: Known, points: readonly ForecastPoint[]): number =>
  frame.future.indexOf(points.at(-1)!.date) + 1;
