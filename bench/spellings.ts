import { readFileSync } from "node:fs";
import { loadGazetteer } from "../data/places/gazetteer.ts";

/** A published way to name a pincode's place, and how much of the pincode's lines bear it. */
export interface Reporter {
  readonly state: string;
  readonly district: string;
  readonly pincode: string;
  readonly weight: number;
}

interface Spelling {
  readonly state: string;
  readonly district: string;
  readonly step: string;
}

/** Each further spelling of a district bears an eighth of the lines of the one before it, much as published. */
const FALL = 8;
/** Share of pincodes that report under a second district too. */
const SPLIT = 25;
const STEPS = ["exact", "folded", "alias", "fuzzy"];

function readSpellings(): Map<string, Spelling[]> {
  const file = new URL("../data/places/golden-pairs.tsv", import.meta.url);
  const rows = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  const parsed = rows.map((line) => line.split("\t") as [string, string, string, string]);
  const byAnswer = Map.groupBy(parsed, ([, , answer, step]) => (step === "refused" ? step : answer));
  return new Map(
    [...byAnswer].map(([answer, lines]) => [
      answer,
      lines
        .map(([state, district, , step]) => ({ state, district, step }))
        .toSorted((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step)),
    ]),
  );
}

/**
 * Who reports: every pincode of the gazetteer under each published spelling of its district, one in 25 under its
 * neighbour's as well, and the spellings that nothing can be made of, sorted by state and district as published.
 */
export function listReporters(): Reporter[] {
  const { districts, states, pincodes } = loadGazetteer();
  const spellings = readSpellings();
  const reporters: Reporter[] = [];
  const report = (pincode: string, index: number, share: number): void => {
    const district = districts[index]!;
    const own = { state: states[district.state]!.name.EN, district: district.name.EN, step: "exact" };
    for (const [rank, { state, district: name }] of (spellings.get(district.code) ?? [own]).entries()) {
      reporters.push({ state, district: name, pincode, weight: share / FALL ** rank });
    }
  };
  for (const { code, district, index } of pincodes) {
    report(code, district, 1);
    if (index % SPLIT === 0) report(code, (district + 1) % districts.length, 0.3);
  }
  const known = pincodes.filter(({ index }) => index % 997 === 0);
  for (const { state, district } of spellings.get("refused") ?? []) {
    for (const { code } of known) reporters.push({ state, district, pincode: code, weight: 0.01 });
  }
  const key = ({ state, district, pincode }: Reporter) => `${state}\0${district}\0${pincode}`;
  return reporters
    .map((reporter): [string, Reporter] => [key(reporter), reporter])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, reporter]) => reporter);
}
