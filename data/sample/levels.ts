import type { Day } from "../activity/day.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { Draws } from "./draws.ts";
import type { PairEffect } from "./effects.ts";
import { exponential } from "./elementary.ts";
import { BATCH_REACH, BATCH_ROW, PROFILES, STATE_DAY_SPREAD } from "./profile.ts";
import type { Random } from "./random.ts";
import { dayLevel } from "./span.ts";

/** Days from the first daily report of a year to its last: the trend runs over them. */
const TREND_DAYS = 121;

/** What the levels of some pairs of one state hang on. All arrays are aligned with the pairs. */
export interface Setting {
  readonly kind: DatasetKind;
  readonly days: readonly Day[];
  /** 1 September of the year: where trends start. */
  readonly trendStart: Day;
  readonly trends: Float64Array;
  readonly effects: readonly (readonly PairEffect[] | undefined)[];
  /** By pair, within it by day: 1 where the pair reports nothing. */
  readonly paused: Uint8Array;
}

/**
 * The levels of daily reports, pair by pair and within it day by day: weekday and holiday, a state's
 * common days, each pair's trend, its negative binomial's gamma, closed days and planted effects.
 */
export function dailyLevels(setting: Setting, draws: Draws, random: Random): Float64Array {
  const { kind, days, trends } = setting;
  const common = days.map(
    (day) => dayLevel(kind, day) * exponential(STATE_DAY_SPREAD * draws.normal(random)),
  );
  const since = days.map((day) => (day - setting.trendStart) / TREND_DAYS - 0.5);
  const levels = new Float64Array(trends.length * days.length);
  let at = 0;
  for (let pair = 0; pair < trends.length; pair++) {
    const effects = setting.effects[pair];
    for (let d = 0; d < days.length; d++, at++) {
      const effect = effects === undefined ? 1 : effectOn(effects, days[d]!);
      const closed = random.unit() < PROFILES[kind].closed || setting.paused[at] === 1;
      // A planted rise must not be lost in a closed day or an unlucky draw: its label would be wrong.
      const noise = effect > 1 ? draws.batch(random) : closed ? 0 : draws.daily[kind](random);
      levels[at] = common[d]! * (1 + trends[pair]! * since[d]!) * effect * noise;
    }
  }
  return levels;
}

/**
 * The levels of a monthly batch: a few hundred persons a row, so that a small total reaches few pairs,
 * the weightier ones first, with luck.
 * @param weights of the pairs, aligned with the result
 * @param total persons the batch reports in the state
 */
export function batchLevels(
  weights: Float64Array,
  total: number,
  draws: Draws,
  random: Random,
): Float64Array {
  const most = Math.max(1, Math.floor(weights.length * BATCH_REACH));
  const reached = Math.min(most, Math.max(1, Math.floor(total / BATCH_ROW)));
  const luck = weights.map((weight) => weight * draws.daily.ENROLMENT(random));
  const order = Array.from(luck.keys()).sort((a, b) => luck[b]! - luck[a]! || a - b);
  const levels = new Float64Array(weights.length);
  for (const pair of order.slice(0, reached)) levels[pair] = draws.batch(random);
  return levels;
}

function effectOn(effects: readonly PairEffect[], day: Day): number {
  let factor = 1;
  for (const effect of effects) if (day >= effect.from && day <= effect.to) factor *= effect.factor;
  return factor;
}
