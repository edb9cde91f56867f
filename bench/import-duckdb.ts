// The peer of the import: DuckDB reads the same files, named on the command line, into tables, with all threads,
// told every type so that it need not guess. It mends nothing and drops the lines that do not parse.
import { DuckDBInstance } from "@duckdb/node-api";
import { DATASETS } from "../data/activity/metric.ts";
import { HEADERS } from "../data/official/kinds.ts";
import { residentMegabytes } from "./service.ts";

const STEMS = ["enrolment", "demographic", "biometric"];
const TYPES: Readonly<Record<string, string>> = {
  date: "DATE",
  state: "VARCHAR",
  district: "VARCHAR",
  pincode: "VARCHAR",
};

const from = performance.now();
const began = process.cpuUsage();
const connection = await (await DuckDBInstance.create(":memory:")).connect();
let lines = 0;
for (const [index, kind] of DATASETS.entries()) {
  const paths = process.argv.slice(2).filter((path) => path.includes(`_${STEMS[index]}_`));
  const columns = HEADERS[kind].map((name) => `'${name}': '${TYPES[name] ?? "INTEGER"}'`).join(", ");
  const files = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(", ");
  await connection.run(
    `CREATE TABLE ${kind} AS SELECT * FROM read_csv([${files}], auto_detect = false, header = true, delim = ',',
       quote = '"', dateformat = '%d-%m-%Y', ignore_errors = true, columns = {${columns}})`,
  );
  const [row] = (await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${kind}`)).getRowsJS();
  lines += Number(row![0]);
}
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(began);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: residentMegabytes(process.pid).peak,
    lines,
    told: { rows: lines },
  }),
);
