import { parseDay } from "../../data/activity/day.ts";
import { DATASETS, type DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";
import { type Bands, learnBands } from "./bands.ts";
import { dayFrame, type Frame, GRAINS, type Grain, monthFrame, RULES } from "./frame.ts";
import { type Miss, missesOf } from "./misses.ts";
import type { StateOutlook } from "./parts.ts";
import { forecastStates, roundsOf } from "./states.ts";
import { countsIn } from "./steps.ts";

/** What one grain is forecast from: the states by dataset, those that have a past long enough, and the bounds. */
export interface GrainOutlook {
  readonly states: Readonly<Partial<Record<DatasetKind, StateOutlook>>>;
  /** Of each dataset, which are those of its age bands too, and of all three together. */
  readonly bands: Readonly<Partial<Record<BandsOf, Bands>>>;
}

export type BandsOf = DatasetKind | "ACTIVITY";

/** What every forecast of the nation is made from. */
export type NationOutlook = Readonly<Record<Grain, GrainOutlook>>;

/** Of so many pincodes one teaches the bounds: all of them would teach the same. */
const ONE_OF = 8;
/** Places asked of the store at once. */
const AT_ONCE = 256;

function stateOf({ gazetteer }: ActivityStore, place: Place): number {
  if (place.level === "STATE") return place.index;
  if (place.level === "DISTRICT") return place.state;
  return place.level === "PINCODE" ? gazetteer.districts[place.district]!.state : -1;
}

/** Places of every volume: all states and districts, and every eighth pincode. */
function teachers({ gazetteer }: ActivityStore): Place[] {
  const { states, districts, pincodes } = gazetteer;
  return [...states, ...districts, ...pincodes.filter((_, at) => at % ONE_OF === 0)];
}

/** Misses of these datasets together, place by place. */
async function* teach(
  store: ActivityStore,
  states: readonly (readonly [DatasetKind, StateOutlook])[],
): AsyncGenerator<Miss> {
  const places = teachers(store).filter((place) => store.populated(place));
  for (let start = 0; start < places.length; start += AT_ONCE) {
    const some = places.slice(start, start + AT_ONCE);
    const counts = await Promise.all(states.map(([kind, { frame }]) => countsIn(store, some, kind, frame)));
    for (const [at, place] of some.entries()) {
      const state = stateOf(store, place);
      yield* missesOf(
        states.map(([kind, { frame, past }], one) => {
          const part = { kind, state, series: counts[one]![at]! };
          return { part, frame, past };
        }),
      );
    }
  }
}

async function forecastGrain(
  store: ActivityStore,
  grain: Grain,
  frames: readonly (readonly [DatasetKind, Frame])[],
  progress: () => void,
): Promise<GrainOutlook> {
  const states: (readonly [DatasetKind, StateOutlook])[] = [];
  const bands: Partial<Record<BandsOf, Bands>> = {};
  for (const [kind, frame] of frames) {
    const found = [kind, await forecastStates(store, kind, frame, progress)] as const;
    bands[kind] = await learnBands(teach(store, [found]), grain);
    states.push(found);
  }
  if (states.length > 0) bands.ACTIVITY = await learnBands(teach(store, states), grain);
  return { states: Object.fromEntries(states), bands };
}

/** The frames of a dataset: days where enough of them, or no months, have reports. */
async function framesOf(
  store: ActivityStore,
  kind: DatasetKind,
  range: DayRange,
): Promise<Record<Grain, Frame | null>> {
  const [day, month] = await Promise.all([dayFrame(store, kind, range), monthFrame(store, kind, range)]);
  const count = (frame: Frame | null) => frame?.open.reduce((sum, one) => sum + one, 0) ?? 0;
  const isFit = count(day) >= RULES.DAY.least || count(month) < RULES.MONTH.least;
  return { DAY: isFit ? day : null, MONTH: month };
}

/**
 * Forecasts the nation: every state's counts of each dataset, by days and by months, and how wide bounds must be.
 * @param range the past that is learnt from; the whole dataset where left out
 */
export async function forecastNation(
  store: ActivityStore,
  onProgress: (done: number, total: number) => void = () => {},
  range: DayRange = { from: parseDay(store.dataset.from)!, to: parseDay(store.dataset.to)! },
): Promise<NationOutlook> {
  const found = await Promise.all(
    DATASETS.map(async (kind) => [kind, await framesOf(store, kind, range)] as const),
  );
  const frames = (grain: Grain) =>
    found.flatMap(([kind, { [grain]: frame }]) => (frame === null ? [] : [[kind, frame] as const]));
  const states = store.gazetteer.states.length;
  const rounds = GRAINS.flatMap((grain) => frames(grain).map(([, frame]) => roundsOf(frame, states)));
  const total = rounds.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const progress = () => onProgress(++done, total);
  return {
    DAY: await forecastGrain(store, "DAY", frames("DAY"), progress),
    MONTH: await forecastGrain(store, "MONTH", frames("MONTH"), progress),
  };
}
