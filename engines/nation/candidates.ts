import type { FindingKind } from "./parameters.ts";

/** A place's day that may become a finding: what its strongest detector says of it. */
export interface Candidate {
  /** Position of the place in its level's list. */
  readonly place: number;
  readonly day: number;
  readonly kind: FindingKind;
  /** Chance of it on a normal day, made up for the detectors that were asked. */
  readonly p: number;
  readonly observed: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** Evidence of the day and of those before it, in nats. */
  readonly score: number;
}

/** Of one level and metric: its candidates by day, and how many places were judged on each day. */
export interface LevelTests {
  readonly candidates: readonly (readonly Candidate[])[];
  readonly tested: Uint32Array;
  /** Which places were judged on a day: `judged[day]` has the bit of each. */
  readonly judged: readonly Uint8Array[];
}

export interface LevelTestsBuilder extends LevelTests {
  readonly candidates: Candidate[][];
}

export function createTests(places: number, days: number): LevelTestsBuilder {
  return {
    candidates: Array.from({ length: days }, () => []),
    tested: new Uint32Array(days),
    judged: Array.from({ length: days }, () => new Uint8Array(Math.ceil(places / 8))),
  };
}

export function noteJudged({ tested, judged }: LevelTests, place: number, day: number): void {
  tested[day]!++;
  judged[day]![place >> 3]! |= 1 << (place & 7);
}

export const wasJudged = ({ judged }: LevelTests, place: number, day: number): boolean =>
  (judged[day]![place >> 3]! & (1 << (place & 7))) !== 0;
