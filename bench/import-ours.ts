// One import in a process of its own: the files named on the command line; prints what it took as JSON.
import { importFiles } from "../data/official/import.ts";
import { committedMender } from "../data/official/mender.ts";
import { residentMegabytes } from "./service.ts";

const from = performance.now();
const began = process.cpuUsage();
const { rows, quality } = await importFiles(process.argv.slice(2), { mend: committedMender() });
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(began);
const { rowsRead, rowsKept, duplicates, rejected } = quality;
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: residentMegabytes(process.pid).peak,
    lines: rowsRead,
    told: { rows: rows.date.length, rowsKept, duplicates, rejected },
  }),
);
