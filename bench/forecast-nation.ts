// `npm run bench:forecast-nation`: how forecasts of places come out on days that they were not made from, by level and
// steps ahead, beside the seasonal naive forecast; a Markdown table. What is learnt is learnt again for each point of
// the past. Argument: the data folder.
import { parseDay } from "../data/activity/day.ts";
import { DATASETS, type Metric } from "../data/activity/metric.ts";
import type { ActivityStore } from "../data/activity/store.ts";
import { openStore } from "../data/open.ts";
import type { Place, PlaceLevel } from "../data/places/place.ts";
import { forecastPlace } from "../engines/outlook/forecast.ts";
import { dayFrame } from "../engines/outlook/frame.ts";
import { forecastNation } from "../engines/outlook/nation.ts";
import { countsIn } from "../engines/outlook/steps.ts";

const METRICS: readonly Metric[] = [...DATASETS, "ACTIVITY"];
/** Days before the data's last from which is forecast. */
const POINTS = [28, 35, 42];
const GROUPS: readonly (readonly [from: number, to: number])[] = [
  [1, 7],
  [8, 14],
  [15, 28],
];
const WEEK = 7;
/** Of so many pincodes one is forecast. */
const ONE_OF = 40;

interface Tally {
  readonly errors: number[];
  readonly naive: number[];
  within80: number;
  within95: number;
  days: number;
}

function placesOf({ gazetteer }: ActivityStore): Place[] {
  const { country, states, districts, pincodes } = gazetteer;
  return [country, ...states, ...districts, ...pincodes.filter((_, at) => at % ONE_OF === 3)];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The last known value whole weeks before `at`, of those before `end`. */
function weeksBefore(series: Float64Array, at: number, end: number): number {
  for (let before = at - WEEK; before >= 0; before -= WEEK)
    if (before < end && !Number.isNaN(series[before]!)) return series[before]!;
  return Number.NaN;
}

function scaleOf(series: Float64Array, end: number): number {
  const misses = Array.from(series.subarray(0, end), (value, at) =>
    Math.abs(value - weeksBefore(series, at, at)),
  );
  return mean(misses.filter((miss) => !Number.isNaN(miss)));
}

const dataDir = process.argv[2] ?? process.env.DATA_DIR ?? ".data";
const store = (await openStore(dataDir))!;
const [first, last] = [parseDay(store.dataset.from)!, parseDay(store.dataset.to)!];
const tallies = new Map<string, Tally>();

for (const back of POINTS) {
  const end = last - back;
  const nation = await forecastNation(store, undefined, { from: first, to: end });
  for (const metric of METRICS) {
    const frames = await Promise.all(
      (metric === "ACTIVITY" ? DATASETS : [metric as (typeof DATASETS)[number]]).map((kind) =>
        dayFrame(store, kind, { from: first, to: last }),
      ),
    );
    const frame = frames.reduce((a, b) => (a!.starts[0]! <= b!.starts[0]! ? a : b))!;
    const open = frame.open.map((_, at) =>
      frames.some((one) => one!.open[at - frame.open.length + one!.open.length] === 1) ? 1 : 0,
    );
    const places = placesOf(store).filter((place) => store.populated(place));
    const counts = await countsIn(store, places, metric, { ...frame, open });
    const known = end - frame.starts[0]! + 1;
    for (const [at, place] of places.entries()) {
      const series = counts[at]!;
      const scale = scaleOf(series, known);
      if (!(scale > 0)) continue;
      const { points } = await forecastPlace(store, nation, { place, metric, grain: "DAY", horizon: 28 });
      for (const [from, to] of GROUPS) {
        const key = `${metric} ${place.level} ${from}–${to}`;
        const tally = tallies.get(key) ?? { errors: [], naive: [], within80: 0, within95: 0, days: 0 };
        tallies.set(key, tally);
        const [errors, naive]: number[][] = [[], []];
        for (const { date, mean, lower80, upper80, lower95, upper95 } of points) {
          const ahead = date - end;
          const actual = series[date - frame.starts[0]!]!;
          if (ahead < from || ahead > to || Number.isNaN(actual)) continue;
          errors!.push(Math.abs(actual - mean) / scale);
          naive!.push(Math.abs(actual - weeksBefore(series, date - frame.starts[0]!, known)) / scale);
          tally.days++;
          if (actual >= lower80 && actual <= upper80) tally.within80++;
          if (actual >= lower95 && actual <= upper95) tally.within95++;
        }
        if (errors!.length === 0) continue;
        tally.errors.push(mean(errors!));
        tally.naive.push(mean(naive!));
      }
    }
  }
}

console.log(
  "| metric | level | days ahead | MASE | seasonal naive | within 80 | within 95 | places × points |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
const levels: readonly PlaceLevel[] = ["COUNTRY", "STATE", "DISTRICT", "PINCODE"];
for (const metric of METRICS)
  for (const level of levels)
    for (const [from, to] of GROUPS) {
      const tally = tallies.get(`${metric} ${level} ${from}–${to}`);
      if (tally === undefined) continue;
      const { errors, naive, within80, within95, days } = tally;
      const percent = (count: number) => `${((100 * count) / days).toFixed(1)} %`;
      const cells = [metric, level, `${from}–${to}`, mean(errors).toFixed(3), mean(naive).toFixed(3)];
      console.log(`| ${[...cells, percent(within80), percent(within95), errors.length].join(" | ")} |`);
    }
