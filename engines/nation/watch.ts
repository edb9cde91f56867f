import { REPORTED } from "../../data/activity/calendar/day-kinds.ts";
import { parseDay } from "../../data/activity/day.ts";
import { DATASETS, type DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../../data/activity/store.ts";
import type { Place, PlaceLevel } from "../../data/places/place.ts";
import { surveil } from "../anomaly/surveil.ts";
import { createSurveillance } from "../anomaly/surveillance.ts";
import { createTests, type LevelTests } from "./candidates.ts";
import { type Above, exposureIn } from "./exposure.ts";
import { type Finding, joinDays } from "./findings.ts";
import { findOfDay } from "./gate.ts";
import { judgeDays } from "./judge.ts";
import { NATION, type NationParameters } from "./parameters.ts";
import { parametersFor } from "./prior.ts";
import { daysOfPlaces } from "./series.ts";

const DAYS_A_WEEK = 7;

/** What watching the nation gave. */
export interface Watched {
  /** The first day of the series, as a day number. */
  readonly first: number;
  readonly findings: readonly Finding[];
  /** Places' days that were judged. */
  readonly judged: number;
}

export type OnWatched = (done: number, total: number) => void;

interface Setting {
  readonly store: ActivityStore;
  readonly range: DayRange;
  readonly parameters: NationParameters;
  readonly progress: () => void;
}

/** One level of places, and what lies above each. */
interface Floor {
  readonly level: PlaceLevel;
  readonly places: readonly Place[];
  readonly aboveOf: (place: number) => Above | null;
  /** Whether there are places below. */
  readonly isAbove: boolean;
}

interface WatchedLevel {
  readonly tests: LevelTests;
  /** What each place tells of those below it. */
  readonly above: readonly Above[];
}

async function watchLevel(
  { store, range, parameters, progress }: Setting,
  { level, places, aboveOf, isAbove }: Floor,
  metric: DatasetKind,
  open: Uint8Array,
): Promise<WatchedLevel> {
  const days = open.length;
  const tests = createTests(places.length, days);
  const said = createSurveillance(days);
  const beliefs = parametersFor(level, metric);
  const exposure = new Float64Array(days);
  const above: Above[] = [];
  const firstWeekday = range.from % DAYS_A_WEEK;
  for await (const one of daysOfPlaces(store, places, metric, range)) {
    const { counts, kinds } = one;
    exposureIn(aboveOf(one.place), one, exposure);
    surveil({ counts, kinds, firstWeekday, open, exposure }, beliefs, said);
    judgeDays(tests, one, said, parameters);
    if (isAbove) above.push({ counts, kinds, expected: said.expected.slice() });
    progress();
  }
  return { tests, above };
}

/**
 * Watches every place of the nation, day by day, each dataset by itself, and gives what is strange: the tests of
 * surveillance, gone down the tree of places at a stated rate of false findings, days joined into findings.
 * Deterministic; what is said of a day depends on that day and those before it.
 */
export async function watchNation(
  store: ActivityStore,
  onProgress: OnWatched = () => {},
  parameters: NationParameters = NATION,
): Promise<Watched> {
  const { gazetteer, dataset } = store;
  const { country, states, districts, pincodes } = gazetteer;
  const range = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };
  const days = range.to - range.from + 1;
  const total = DATASETS.length * (1 + states.length + districts.length + pincodes.length);
  let done = 0;
  const progress = () => {
    done++;
    if (done % 256 === 0 || done === total) onProgress(done, total);
  };
  const setting: Setting = { store, range, parameters, progress };
  const stateOf = Uint16Array.from(districts, ({ state }) => state);
  const districtOf = Uint16Array.from(pincodes, ({ district }) => district);
  const findings: Finding[] = [];
  let judged = 0;
  for (const metric of DATASETS) {
    const { kinds } = await store.calendar({ places: [country], metric, ...range });
    const open = Uint8Array.from(kinds[0]!, (kind) => (kind === REPORTED ? 1 : 0));
    const watch = (level: PlaceLevel, places: readonly Place[], aboveOf: Floor["aboveOf"]) =>
      watchLevel(setting, { level, places, aboveOf, isAbove: level !== "PINCODE" }, metric, open);
    const top = await watch("COUNTRY", [country], () => null);
    const ofStates = await watch("STATE", states, () => top.above[0]!);
    const ofDistricts = await watch("DISTRICT", districts, (place) => ofStates.above[stateOf[place]!]!);
    const ofPincodes = await watch("PINCODE", pincodes, (place) => ofDistricts.above[districtOf[place]!]!);
    const tree = {
      country: top.tests,
      states: ofStates.tests,
      districts: ofDistricts.tests,
      pincodes: ofPincodes.tests,
      stateOf,
      districtOf,
      stateCount: states.length,
    };
    const found = Array.from({ length: days }, (_, day) => findOfDay(tree, day, parameters.rate)).flat();
    findings.push(...joinDays(found, metric, parameters));
    for (const level of [tree.country, tree.states, tree.districts, tree.pincodes])
      judged += level.tested.reduce((sum, count) => sum + count, 0);
  }
  return { first: range.from, findings, judged };
}
