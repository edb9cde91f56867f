import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadGazetteer } from "../gazetteer.ts";
import { searchPlaces } from "./search.ts";

interface Labelled {
  readonly query: string;
  /** Codes that answer it; one that ends in * stands for all that begin so. */
  readonly codes: readonly string[];
  readonly kind: string;
}

const labelled: readonly Labelled[] = readFileSync(new URL("./queries.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [query, codes, kind] = line.split("\t") as [string, string, string];
    return { query, codes: codes.split("|"), kind };
  });

const gazetteer = loadGazetteer();
/** Stands in for the counts of a dataset: a place is the busier the more pincodes it has. */
const pincodesOf = new Map<string, number>();
for (const { district } of gazetteer.pincodes) {
  const { code, state } = gazetteer.districts[district]!;
  for (const above of [code, gazetteer.states[state]!.code, "IN"])
    pincodesOf.set(above, (pincodesOf.get(above) ?? 0) + 1);
}

const answers = (codes: readonly string[], found: string) =>
  codes.some((code) => (code.endsWith("*") ? found.startsWith(code.slice(0, -1)) : found === code));

const isFound = ({ query, codes }: Labelled): boolean =>
  searchPlaces(gazetteer, query, { first: 3, activityOf: ({ code }) => pincodesOf.get(code) ?? 0 }).some(
    ({ place }) => answers(codes, place.code),
  );

test("there are five hundred labelled queries, each once, of every kind and state", () => {
  assert.ok(labelled.length >= 500);
  assert.equal(new Set(labelled.map(({ query }) => query)).size, labelled.length);
  assert.deepEqual(
    new Set(labelled.map(({ kind }) => kind)),
    new Set(["exact", "hindi", "sound", "typo", "old", "pin", "two", "prefix"]),
  );
  const states = new Set(labelled.flatMap(({ codes }) => codes.map((code) => code.slice(0, 5))));
  for (const { code } of gazetteer.states) assert.ok(states.has(code), code);
  for (const { codes } of labelled)
    for (const code of codes) assert.ok(code.endsWith("*") || gazetteer.find(code), code);
});

test("98 of 100 of them are answered among the first three places, and 95 of each kind", () => {
  const missed = labelled.filter((one) => !isFound(one));
  assert.ok(missed.length <= 0.02 * labelled.length, missed.map(({ query }) => query).join("; "));
  for (const kind of new Set(labelled.map((one) => one.kind))) {
    const all = labelled.filter((one) => one.kind === kind).length;
    const wrong = missed.filter((one) => one.kind === kind);
    assert.ok(
      wrong.length <= Math.max(0.05 * all, 1),
      `${kind}: ${wrong.map(({ query }) => query).join("; ")}`,
    );
  }
});
