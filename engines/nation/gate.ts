import type { PlaceLevel } from "../../data/places/place.ts";
import { type Candidate, type LevelTests, wasJudged } from "./candidates.ts";

/** A member of a family of tests: what it is, and its chance. */
interface Member<T> {
  readonly of: T;
  readonly p: number;
}

/** What Simes (1986) makes of a family's chances: min over i of p(i)·m/i, a chance for all of them together. */
export function simes(chances: readonly number[], tested: number): number {
  const sorted = chances.toSorted((a, b) => a - b);
  return sorted.reduce((least, p, at) => Math.min(least, (p * tested) / (at + 1)), 1);
}

/**
 * The members of a family that Benjamini & Hochberg (1995) select at the rate, each with its q-value.
 * @param tested how many there are in all; those that are not members have a chance near 1
 */
function select<T>(members: readonly Member<T>[], tested: number, rate: number): { of: T; q: number }[] {
  const sorted = members.toSorted((a, b) => b.p - a.p);
  const selected: { of: T; q: number }[] = [];
  let least = 1;
  sorted.forEach(({ of, p }, at) => {
    least = Math.min(least, (p * tested) / (sorted.length - at));
    if (least <= rate) selected.push({ of, q: least });
  });
  return selected;
}

/** The levels of one metric, outermost first, and whose child each place is. */
export interface Tree {
  readonly country: LevelTests;
  readonly states: LevelTests;
  readonly districts: LevelTests;
  readonly pincodes: LevelTests;
  /** State of each district, district of each pincode, by position. */
  readonly stateOf: Uint16Array;
  readonly districtOf: Uint16Array;
  readonly stateCount: number;
}

/** A candidate that is a finding of its day, and its q-value: at most the rate. */
export interface Found {
  readonly level: PlaceLevel;
  readonly candidate: Candidate;
  readonly q: number;
}

type Own = { readonly own: PlaceLevel; readonly candidate: Candidate };
type Child = { readonly child: number };

const isOwn = (of: Own | Child): of is Own => "own" in of;

function groupBy(candidates: readonly Candidate[], parentOf: Uint16Array): Map<number, Candidate[]> {
  return Map.groupBy(candidates, ({ place }) => parentOf[place]!);
}

function countJudged(tests: LevelTests, day: number, parentOf: Uint16Array, parents: number): Uint32Array {
  const counts = new Uint32Array(parents);
  for (let place = 0; place < parentOf.length; place++)
    if (wasJudged(tests, place, day)) counts[parentOf[place]!]!++;
  return counts;
}

/**
 * The findings of one day: the tree is gone down from the top, and a family is asked only where its parent was selected,
 * at the rate times the share of the parent's family that was (Bogomolov, Peterson, Benjamini & Sabatti 2021). What
 * speaks for a parent is Simes' chance of itself and all below it, so that one strange pincode is not lost in its
 * district. Each level holds the rate, on average over the families selected.
 */
export function findOfDay(tree: Tree, day: number, rate: number): Found[] {
  const { country, states, districts, pincodes, stateOf, districtOf, stateCount } = tree;
  const pincodesBy = groupBy(pincodes.candidates[day]!, districtOf);
  const own = (tests: LevelTests) => new Map(tests.candidates[day]!.map((one) => [one.place, one]));
  const [ownState, ownDistrict] = [own(states), own(districts)];
  const judgedPincodes = countJudged(pincodes, day, districtOf, stateOf.length);

  const familyOfDistrict = (district: number): { members: Member<Own>[]; tested: number } => {
    const self = ownDistrict.get(district);
    const members = (pincodesBy.get(district) ?? []).map(
      (candidate): Member<Own> => ({ of: { own: "PINCODE", candidate }, p: candidate.p }),
    );
    if (self !== undefined) members.push({ of: { own: "DISTRICT", candidate: self }, p: self.p });
    return { members, tested: judgedPincodes[district]! + (wasJudged(districts, district, day) ? 1 : 0) };
  };
  const familyOfState = (state: number): { members: Member<Own | Child>[]; tested: number } => {
    const self = ownState.get(state);
    const members: Member<Own | Child>[] = [];
    if (self !== undefined) members.push({ of: { own: "STATE", candidate: self }, p: self.p });
    let tested = wasJudged(states, state, day) ? 1 : 0;
    for (let district = 0; district < stateOf.length; district++) {
      if (stateOf[district] !== state) continue;
      const family = familyOfDistrict(district);
      if (family.tested === 0) continue;
      tested++;
      if (family.members.length === 0) continue;
      const p = simes(
        family.members.map((one) => one.p),
        family.tested,
      );
      members.push({ of: { child: district }, p });
    }
    return { members, tested };
  };

  const found: Found[] = [];
  const keep = ({ own: level, candidate }: Own, q: number, share: number) =>
    found.push({ level, candidate, q: Math.min(q / share, rate) });

  const top: Member<Own | Child>[] = country.candidates[day]!.map((candidate) => ({
    of: { own: "COUNTRY", candidate },
    p: candidate.p,
  }));
  let tested = country.tested[day]!;
  for (let state = 0; state < stateCount; state++) {
    const family = familyOfState(state);
    if (family.tested === 0) continue;
    tested++;
    if (family.members.length > 0)
      top.push({
        of: { child: state },
        p: simes(
          family.members.map((one) => one.p),
          family.tested,
        ),
      });
  }
  const chosen = select(top, tested, rate);
  for (const { of, q } of chosen) {
    if (isOwn(of)) {
      keep(of, q, 1);
      continue;
    }
    const family = familyOfState(of.child);
    const share = chosen.length / tested;
    const inState = select(family.members, family.tested, rate * share);
    for (const { of: member, q: inner } of inState) {
      if (isOwn(member)) {
        keep(member, inner, share);
        continue;
      }
      const below = familyOfDistrict(member.child);
      const innerShare = share * (inState.length / family.tested);
      for (const { of: leaf, q: last } of select(below.members, below.tested, rate * innerShare))
        keep(leaf, last, innerShare);
    }
  }
  return found;
}
