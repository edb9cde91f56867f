import { formatDay } from "../activity/day.ts";
import type { Base } from "./base.ts";
import type { ImportResult } from "./outcome.ts";

const count = (value: number): string => value.toLocaleString("en-IN");
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${count(Math.abs(value))}`;

/** Those of the first that are not among the second, each once. */
function newOnes<T>(values: Iterable<T>, old: Iterable<T>): T[] {
  const known = new Set(old);
  return [...new Set(values)].filter((value) => !known.has(value));
}

/** What the new files add to the snapshot, for people. */
export function addedText(
  { files, known, rows }: ImportResult,
  base: Pick<Base, "version" | "rows">,
): string {
  const sum = (of: (file: ImportResult["files"][number]) => number) =>
    files.reduce((total, file) => total + of(file), 0);
  const dates = newOnes(rows.date, base.rows.date).toSorted((a, b) => a - b);
  const pincodes = newOnes(rows.pincodes, base.rows.pincodes).length;
  const span = dates.length === 0 ? "" : ` (${formatDay(dates[0]!)} to ${formatDay(dates.at(-1)!)})`;
  return [
    `Added to snapshot ${base.version}: ${count(files.length)} new files, ${count(known.length)} already in it`,
    `  lines: ${count(sum((file) => file.rowsKept))} new, ${count(sum((file) => file.duplicates))} in it already or repeated, ${count(sum((file) => file.rejected))} rejected`,
    `  rows ${signed(rows.date.length - base.rows.date.length)}, dates ${signed(dates.length)}${span}, pincodes ${signed(pincodes)}`,
    "",
  ].join("\n");
}
