// `npm run bench:search`: the labelled queries of the test, one by one. Prints, asserts nothing.
import { readFileSync } from "node:fs";
import { editDistance } from "../data/places/distance.ts";
import { foldName } from "../data/places/fold.ts";
import { loadGazetteer } from "../data/places/gazetteer.ts";
import { searchPlaces } from "../data/places/search/search.ts";
import { median, quantile } from "./median.ts";

const ROUNDS = 5;

const queries = readFileSync(new URL("../data/places/search/queries.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t")[0]!);
const gazetteer = loadGazetteer();
const names = [...gazetteer.states, ...gazetteer.districts, ...gazetteer.pincodes].map(({ name }) =>
  foldName(name.EN),
);

/** The peer: every English name compared letter by letter, which finds typing errors and nothing else. */
function compareAll(text: string): number {
  const wanted = foldName(text);
  return names.filter((name) => editDistance(wanted, name, 2) <= 2).length;
}

function timesOf(work: (query: string) => unknown): number[] {
  return queries.map((query) => {
    const from = performance.now();
    work(query);
    return performance.now() - from;
  });
}

const memory = process.memoryUsage().heapUsed;
const first = performance.now();
searchPlaces(gazetteer, "x", { first: 1 });
const index = performance.now() - first;
const grown = (process.memoryUsage().heapUsed - memory) / 1e6;
const [ours, theirs]: number[][] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  ours!.push(...timesOf((query) => searchPlaces(gazetteer, query, { first: 10 })));
  theirs!.push(...timesOf(compareAll));
}
for (const [what, times] of [
  ["searchPlaces", ours!],
  ["edit distance to every name", theirs!],
] as const) {
  console.log(
    `${what.padEnd(30)} p50 ${median(times).toFixed(2)} ms  p95 ${quantile(times, 0.95).toFixed(2)} ms`,
  );
}
console.log(`ratio of p50 ${(median(ours!) / median(theirs!)).toFixed(2)}; budget of p95 5 ms`);
console.log(`names made ready in ${index.toFixed(0)} ms, ${grown.toFixed(0)} MB`);
