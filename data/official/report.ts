import { formatDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { Gazetteer } from "../places/place.ts";
import type { FileReport, ImportResult, MendRecord } from "./outcome.ts";
import { printable } from "./printable.ts";
import { MEANINGS } from "./rejections.ts";

const PATH_LENGTH = 400;
const count = (value: number): string => value.toLocaleString("en-IN");

function fileLine({ path, dataset, rowsRead, rowsKept, duplicates, rejected }: FileReport): string {
  const counts = `${count(rowsRead)} read = ${count(rowsKept)} kept + ${count(duplicates)} duplicates + ${count(rejected)} rejected`;
  return `  ${dataset.padEnd(18)} ${printable(path, PATH_LENGTH)}: ${counts}`;
}

/** Distinct (state, district) spellings by the step that mended them. */
function stepLines(mends: readonly MendRecord[]): string[] {
  const steps = new Map<string, { names: Set<string>; rows: number }>();
  for (const { state, district, place, step, rows } of mends) {
    if (place === null) continue;
    const tally = steps.get(step) ?? { names: new Set(), rows: 0 };
    tally.names.add(JSON.stringify([state, district]));
    tally.rows += rows;
    steps.set(step, tally);
  }
  return [...steps].map(
    ([step, { names, rows }]) => `  ${step.padEnd(8)} ${count(names.size)} spellings, ${count(rows)} lines`,
  );
}

function coverage(rows: ActivityRows, missing: number, known: Pick<Gazetteer, "find">): string[] {
  if (rows.date.length === 0) return [];
  let first = 0xffff;
  let last = 0;
  for (const day of rows.date) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const states = new Set(rows.districts.map((code) => code.split("/")[0]));
  const unknown = rows.pincodes.filter((code) => known.find(code) === undefined).length;
  return [
    `Dates: ${formatDay(first)} to ${formatDay(last)}, ${count(missing)} of them without any report`,
    `Places: ${states.size} states, ${count(rows.districts.length)} districts, ${count(rows.pincodes.length)} pincodes (${count(unknown)} of them not in the gazetteer)`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** The quality report of an import, for people; what files say in it is safe to show on a terminal. */
export function reportText(result: ImportResult, gazetteer: Pick<Gazetteer, "find">): string {
  const { quality, rows } = result;
  const reasons = quality.reasons.flatMap(({ code, rows: lines, example }) => [
    `  ${code}: ${count(lines)}, ${MEANINGS[code] ?? "place not resolved"}`,
    ...(example === null ? [] : [`    e.g. ${example}`]),
  ]);
  return [
    ...section("Files:", result.files.map(fileLine)),
    ...section(
      "Not taken:",
      result.refused.map(({ path, why }) => `  ${printable(path, PATH_LENGTH)}: ${why}`),
    ),
    ...(result.passedOver.length === 0
      ? []
      : [`Passed over: ${count(result.passedOver.length)} files not named .csv`]),
    ...section(
      "In the snapshot already, byte for byte:",
      result.known.map((path) => `  ${printable(path, PATH_LENGTH)}`),
    ),
    `Lines: ${count(quality.rowsRead)} read = ${count(quality.rowsKept)} kept + ${count(quality.duplicates)} duplicates + ${count(quality.rejected)} rejected`,
    ...section("Rejected:", reasons),
    ...section("Names mended, by step:", stepLines(result.mends)),
    `Renamed: ${count(quality.renamedStates)} spellings of states, ${count(quality.renamedDistricts)} of districts`,
    `Rows: ${count(rows.date.length)} of (date, district, pincode); ${count(result.summed)} lines were added to one already reported`,
    ...coverage(rows, quality.missingDates.length, gazetteer),
    "",
  ].join("\n");
}
