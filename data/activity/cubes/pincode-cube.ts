import type { Gazetteer } from "../../places/place.ts";
import type { Day } from "../day.ts";
import { COUNTS } from "../metric.ts";
import type { ActivityRows } from "../rows.ts";
import { addReport, ENTRY, type Locator, type PrefixCube } from "./prefix.ts";

/**
 * Prefix sums per (pincode, district) pair along its own report dates: an entry before each row and one at
 * the end. The pairs of a pincode are neighbours, sorted by district; pincodes are sorted by code.
 */
export interface PincodeCube extends PrefixCube {
  readonly kind: "PAIRS";
  readonly first: Day;
  readonly days: number;
  /** rowsBefore[d * units + u]: rows of pair u before day first + d. Day by day, as queries read it. */
  readonly rowsBefore: Uint16Array;
  /** Gazetteer index of each pair's pincode and district. */
  readonly pincode: Uint16Array;
  readonly district: Uint16Array;
  /** Pairs of gazetteer pincode p: pincodeStart[p] up to, without, pincodeStart[p + 1]. */
  readonly pincodeStart: Uint32Array;
  /** Rows of pair u: start[u] up to, without, start[u + 1]. */
  readonly start: Uint32Array;
  /** Report date of each row, ascending within a pair. */
  readonly date: Uint16Array;
  /** Bit d of each row: dataset d reported. */
  readonly reports: Uint8Array;
}

function addRunningCount(entries: Uint32Array, count: number, column: ArrayLike<number>): void {
  let sum = 0;
  for (let row = 0; row < column.length; row++) {
    sum += column[row]!;
    entries[(row + 1) * ENTRY + count] = sum;
  }
}

function runningEntries({ counts, reports }: ActivityRows): Uint32Array {
  const entries = new Uint32Array((reports.length + 1) * ENTRY);
  counts.forEach((column, count) => {
    addRunningCount(entries, count, column);
  });
  for (let row = 0; row < reports.length; row++) {
    const at = row * ENTRY;
    entries[at + 2 * ENTRY - 2] = entries[at + ENTRY - 2]!;
    entries[at + 2 * ENTRY - 1] = entries[at + ENTRY - 1]!;
    addReport(entries, at + ENTRY, reports[row]!);
  }
  return entries;
}

/** Running total of all seven counts, modulo 2^32, of each entry. */
function runningActivity(entries: Uint32Array): Uint32Array {
  const totals = new Uint32Array(entries.length / ENTRY);
  for (let entry = 0, at = 0; entry < totals.length; entry++, at += ENTRY) {
    let sum = 0;
    for (let count = 0; count < COUNTS.length; count++) sum += entries[at + count]!;
    totals[entry] = sum;
  }
  return totals;
}

function countRowsBefore(rows: ActivityRows, start: Uint32Array, first: Day, days: number): Uint16Array {
  const pairs = start.length - 1;
  const before = new Uint16Array((days + 1) * pairs);
  for (let pair = 0; pair < pairs; pair++) {
    for (let row = start[pair]!; row < start[pair + 1]!; row++) {
      before[(rows.date[row]! - first + 1) * pairs + pair]!++;
    }
  }
  for (let at = pairs; at < before.length; at++) before[at]! += before[at - pairs]!;
  return before;
}

/** Gazetteer index of each code; every code must be known to it. */
function indicesOf(codes: readonly string[], gazetteer: Gazetteer): Uint16Array {
  return Uint16Array.from(codes, (code) => gazetteer.find(code)!.index);
}

function findPairs({ pincode, district }: ActivityRows): number[] {
  const starts: number[] = [];
  for (let row = 0; row < pincode.length; row++) {
    if (row === 0 || pincode[row] !== pincode[row - 1] || district[row] !== district[row - 1])
      starts.push(row);
  }
  return starts;
}

function countStarts(pincode: Uint16Array, pincodes: number): Uint32Array {
  const starts = new Uint32Array(pincodes + 1);
  for (const index of pincode) starts[index + 1]!++;
  for (let index = 0; index < pincodes; index++) starts[index + 1]! += starts[index]!;
  return starts;
}

/**
 * Builds the cube from rows sorted as ActivityRows says, whose codes the gazetteer all knows and whose dates
 * all lie within `days` days from `first`. The columns of dates and reports are kept as views, not copied.
 */
export function buildPincodeCube(
  rows: ActivityRows,
  gazetteer: Gazetteer,
  first: Day,
  days: number,
): PincodeCube {
  const starts = findPairs(rows);
  const pincodeIndex = indicesOf(rows.pincodes, gazetteer);
  const districtIndex = indicesOf(rows.districts, gazetteer);
  const pincode = Uint16Array.from(starts, (row) => pincodeIndex[rows.pincode[row]!]!);
  const start = Uint32Array.from([...starts, rows.date.length]);
  const entries = runningEntries(rows);
  return {
    kind: "PAIRS",
    first,
    days,
    units: starts.length,
    entries,
    activity: runningActivity(entries),
    pincode,
    district: Uint16Array.from(starts, (row) => districtIndex[rows.district[row]!]!),
    pincodeStart: countStarts(pincode, gazetteer.pincodes.length),
    start,
    rowsBefore: countRowsBefore(rows, start, first, days),
    date: rows.date,
    reports: rows.reports,
  };
}

/** Where each edge day's entry of a unit stands: see locatorOf. */
export function locatePairs(
  { first, days, units, start, rowsBefore }: PincodeCube,
  edges: readonly Day[],
): Locator {
  const bases = edges.map((edge) => Math.min(Math.max(edge - first, 0), days) * units);
  return (unit, out) => {
    const row = start[unit]!;
    for (let edge = 0; edge < bases.length; edge++) out[edge] = row + rowsBefore[bases[edge]! + unit]!;
  };
}
