// `npm run -s bench:forecast -- SET.jsonl.gz`: reads one series a line (id, freq, h, train; null where missing; `test`
// is not looked at) and writes {"id","mean","lo80","hi80","lo95","hi95"} lines to standard output.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { forecastSeries } from "../engines/forecast/forecast-series.ts";

interface Line {
  readonly id: string;
  readonly freq: number;
  readonly h: number;
  readonly train: readonly (number | null)[];
}

const file = process.argv[2];
if (file === undefined) {
  console.error("Which set? node bench/forecast.ts SET.jsonl.gz");
  process.exit(2);
}

const raw = readFileSync(file);
const lines = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString().trimEnd().split("\n");
const series = lines.map((line): Line => JSON.parse(line));
const before = process.cpuUsage();
const out = series.map(({ id, freq, h, train }) => {
  const values = Float64Array.from(train, (value) => value ?? Number.NaN);
  const found = forecastSeries(values, {
    season: freq,
    horizon: h,
    nonNegative: values.every((value) => !(value < 0)),
  });
  return JSON.stringify({
    id,
    mean: Array.from(found.mean),
    lo80: Array.from(found.lower80),
    hi80: Array.from(found.upper80),
    lo95: Array.from(found.lower95),
    hi95: Array.from(found.upper95),
  });
});
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${out.join("\n")}\n`);
const ms = (user + system) / 1000;
console.error(
  `${series.length} series, ${ms.toFixed(0)} ms of processor, ${(ms / series.length).toFixed(2)} a series`,
);
