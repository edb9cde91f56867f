import { REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { cusumProbability } from "../anomaly/cusum.ts";
import type { Surveillance } from "../anomaly/surveillance.ts";
import { type Candidate, type LevelTestsBuilder, noteJudged } from "./candidates.ts";
import type { FindingKind, NationParameters } from "./parameters.ts";
import type { PlaceDays } from "./series.ts";
import { type WindowChance, Windows } from "./windows.ts";

/** A chance above this is no candidate: no rate of false findings would make it a finding among so many places. */
const NO_CANDIDATE = 0.02;
/** Detectors that are asked of a report day: spike, drop, shift. */
const ON_REPORTS = 3;

/**
 * Takes what surveillance said of a place's days into its level's tests: each judged day once, by its strongest
 * detector among those whose minimum counts and ratio are met, its chance made up for their number (Bonferroni).
 */
export function judgeDays(
  tests: LevelTestsBuilder,
  { place, counts, kinds }: PlaceDays,
  said: Surveillance,
  p: NationParameters,
): void {
  const windows = new Windows();
  let usual = 0;
  for (let day = 0; day < kinds.length; day++) {
    const kind = kinds[day];
    if (kind === REPORTED && !Number.isNaN(said.expected[day]!)) {
      usual = said.expected[day]!;
      noteJudged(tests, place, day);
      const chance = windows.add(counts[day]!, usual, said.size[day]!);
      const candidate = ofReport(place, day, counts[day]!, said, chance, p);
      if (candidate !== null) tests.candidates[day]!.push(candidate);
      if (said.newLevel[day] !== 0) windows.restart();
    } else if (kind === SILENT && said.pSilence[day]! <= 1) {
      noteJudged(tests, place, day);
      const chance = said.pSilence[day]!;
      if (chance > NO_CANDIDATE || usual < p.minimumCount) continue;
      const [lower, upper] = [0, usual];
      tests.candidates[day]!.push({
        ...{ place, day, kind: "SILENCE", p: chance, observed: 0, expected: usual, lower, upper },
        score: -Math.log(chance),
      });
    }
  }
}

function ofReport(
  place: number,
  day: number,
  observed: number,
  said: Surveillance,
  chance: WindowChance,
  { minimumCount, minimumRatio }: NationParameters,
): Candidate | null {
  const expected = said.expected[day]!;
  const isHigh = observed >= minimumCount && observed >= expected * minimumRatio;
  const isLow = expected >= minimumCount && observed * minimumRatio <= expected;
  const sum = Math.max(said.cusumUp[day]!, said.cusumDown[day]!);
  const isShift = expected >= minimumCount;
  const chances: readonly (readonly [FindingKind, number])[] = [
    ["SPIKE", isHigh ? chance.upper : 1],
    ["DROP", isLow ? chance.lower : 1],
    ["LEVEL_SHIFT", isShift ? cusumProbability(sum) : 1],
  ];
  let [kind, least] = chances[0]!;
  for (const [other, one] of chances) if (one < least) [kind, least] = [other, one];
  const p = Math.min(1, ON_REPORTS * least);
  if (p > NO_CANDIDATE) return null;
  const [lower, upper] = [said.lower[day]!, said.upper[day]!];
  const score = Math.max(said.score[day]!, said.scoreDown[day]!);
  return { place, day, kind, p, observed, expected, lower, upper, score };
}
