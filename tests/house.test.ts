import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { test } from "node:test";
import ts from "typescript";

/** What each room may import of the house, itself always included: imports run down the house only. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  data: [],
  engines: ["data"],
  schema: ["engines", "data"],
  server: ["schema", "engines", "data"],
  client: [],
};

/** The same within data: a file read is a row told to the floors below it. */
const BELOW_IN_DATA: Readonly<Record<string, readonly string[]>> = {
  places: [],
  activity: ["places"],
  snapshot: ["activity", "places"],
  sample: ["snapshot", "activity", "places"],
  official: ["snapshot", "activity", "places"],
  export: ["snapshot", "activity", "places"],
};

const LONGEST = 400;
const MEDIAN = 70;
const P90 = 250;

const rooms = Object.keys(BELOW);
const files = globSync(`{${rooms.join(",")}}/**/*.{ts,tsx}`, {
  exclude: ["**/node_modules/**", "**/dist/**"],
});
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file));

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.map((one) => one.fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(file), name)));
}

const room = (path: string) => path.split(sep)[0]!;
const roomInData = (path: string) => (path.split(sep).length > 2 ? path.split(sep)[1]! : null);

function isAllowed(from: string, to: string): boolean {
  if (room(from) !== room(to)) return BELOW[room(from)]!.includes(room(to));
  if (room(from) !== "data") return true;
  const [above, below] = [roomInData(from), roomInData(to)];
  return above === below || above === null || below === null || BELOW_IN_DATA[above]!.includes(below);
}

test("imports run down the house only", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(file, target))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test("files are small", () => {
  const lengths = sources
    .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }))
    .toSorted((a, b) => a.lines - b.lines);
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)]!.lines;
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > LONGEST),
    [],
  );
  assert.ok(at(0.5) <= MEDIAN, `the median file has ${at(0.5)} lines; at most ${MEDIAN} are wanted`);
  assert.ok(at(0.9) <= P90, `the 90th percentile is ${at(0.9)} lines; at most ${P90} are wanted`);
});
