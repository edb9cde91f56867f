// `npm run -s bench:surveillance -- FOLDER`: reads FOLDER/daily_counts.csv.gz (series,t,count and more, which is not
// looked at) and writes `series,t,score` for every day from 365 on that has a count, from its past and itself alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DAY_KINDS } from "../data/activity/store.ts";
import { surveil } from "../engines/anomaly/surveil.ts";

const FIRST_SCORED = 365;

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder? node bench/surveillance.ts FOLDER, with daily_counts.csv.gz in it.");
  process.exit(2);
}

/** Counts by series and day; a day without one stays a hole. */
function readCounts(file: string): Map<string, number[]> {
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split(/\r?\n/);
  const names = head!.split(",");
  const [seriesAt, dayAt, countAt] = ["series", "t", "count"].map((name) => names.indexOf(name));
  const bySeries = new Map<string, number[]>();
  for (const line of lines) {
    const cells = line.split(",");
    const [name, count] = [cells[seriesAt!]!, cells[countAt!]!];
    if (!bySeries.has(name)) bySeries.set(name, []);
    if (count !== "") bySeries.get(name)![Number(cells[dayAt!])] = Number(count);
  }
  return bySeries;
}

const bySeries = readCounts(join(folder, "daily_counts.csv.gz"));
const from = performance.now();
const out = ["series,t,score"];
for (const [name, sparse] of bySeries) {
  const counts = Float64Array.from({ length: sparse.length }, (_, day) => sparse[day] ?? Number.NaN);
  const kinds = Uint8Array.from(counts, (count) =>
    DAY_KINDS.indexOf(Number.isNaN(count) ? "SILENT" : "REPORTED"),
  );
  const { score } = surveil({ counts, kinds, firstWeekday: 0 });
  for (let day = FIRST_SCORED; day < counts.length; day++) {
    if (!Number.isNaN(counts[day]!)) out.push(`${name},${day},${score[day]!.toPrecision(8)}`);
  }
}
process.stdout.write(`${out.join("\n")}\n`);
console.error(`${bySeries.size} series watched in ${(performance.now() - from).toFixed(0)} ms`);
