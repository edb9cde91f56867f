import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { partsOf } from "../data/activity/day.ts";
import type { DatasetKind } from "../data/activity/metric.ts";
import { HEADERS } from "../data/official/kinds.ts";
import { reportMonths } from "../data/sample/calendar.ts";
import { makeRandom, type Random } from "../data/sample/random.ts";
import { listReporters, type Reporter } from "./spellings.ts";

/** Lines of the whole publication of 2025, headers aside. */
export const LINES: Readonly<Record<DatasetKind, number>> = {
  ENROLMENT: 1_006_029,
  DEMOGRAPHIC_UPDATE: 2_071_700,
  BIOMETRIC_UPDATE: 1_861_108,
};
const STEMS: Readonly<Record<DatasetKind, string>> = {
  ENROLMENT: "enrolment",
  DEMOGRAPHIC_UPDATE: "demographic",
  BIOMETRIC_UPDATE: "biometric",
};
const FILE_LINES = 500_000;
const CHUNK_LINES = 10_000;

/** Chances of what is amiss, by line. */
const DUPLICATE = 0.015;
const BAD = 0.000_02;

const dateText = (day: number): string => {
  const { year, month, date } = partsOf(day);
  return `${String(date).padStart(2, "0")}-${String(month).padStart(2, "0")}-${year}`;
};

/** Heavy-tailed: mostly a few, now and then hundreds. */
function countOf(random: Random, batch: boolean): number {
  const unit = random.unit();
  return Math.floor((batch ? 40 : 1.2) * (1 / (1 - unit * 0.998) - 0.8));
}

function lineOf(random: Random, date: string, place: Reporter, batch: boolean, counts: number): string {
  const bad = random.unit() < BAD;
  const kind = bad ? random.below(3) : -1;
  const day = kind === 0 ? "31-02-2025" : date;
  const pincode = kind === 1 ? place.pincode.slice(1) : place.pincode;
  const name = place.district.includes(",") ? `"${place.district}"` : place.district;
  let line = `${day},${place.state},${name},${pincode}`;
  for (let count = 0; count < counts; count++) line += `,${countOf(random, batch)}`;
  return kind === 2 ? `${line}x` : line;
}

function shuffle(lines: string[], random: Random): void {
  for (let at = lines.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  }
}

/** The dataset's lines, date by date as published: by state and district, the monthly batches in no order. */
function* linesOf(kind: DatasetKind, reporters: readonly Reporter[], random: Random): Generator<string> {
  const dates = reportMonths(kind, 2025).flatMap(({ days, batch }) => days.map((day) => ({ day, batch })));
  const counts = HEADERS[kind].length - 4;
  const weight = reporters.reduce((sum, reporter) => sum + reporter.weight, 0);
  const chance = (1.15 * LINES[kind]) / dates.length / weight;
  for (;;) {
    for (const { day, batch } of dates) {
      const date = dateText(day);
      const lines: string[] = [];
      for (const reporter of reporters) {
        for (let due = chance * reporter.weight; due > 0; due--) {
          if (random.unit() >= due) continue;
          lines.push(lineOf(random, date, reporter, batch, counts));
          if (random.unit() < DUPLICATE) lines.push(lines[random.below(lines.length)]!);
        }
      }
      if (batch) shuffle(lines, random);
      yield* lines;
    }
  }
}

function writeLines(path: string, header: string, lines: Iterator<string>, count: number): void {
  const file = openSync(path, "wx");
  try {
    writeSync(file, `${header}\n`);
    for (let left = count; left > 0; left -= CHUNK_LINES) {
      const chunk: string[] = [];
      for (let line = Math.min(left, CHUNK_LINES); line > 0; line--) chunk.push(lines.next().value);
      writeSync(file, `${chunk.join("\n")}\n`);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Writes files shaped as the publication of 2025 into the folder: its three datasets in twelve parts, its number of
 * lines, reporting calendar and spellings, with duplicates and lines that are none. The same for the same seed.
 * @param share 0 … 1: how much of the lines
 * @returns paths of each dataset's files
 */
export function writePublication(folder: string, seed: number, share = 1): Record<DatasetKind, string[]> {
  const random = makeRandom(seed);
  const reporters = listReporters();
  const partsOfKind = (kind: DatasetKind): string[] => {
    const lines = linesOf(kind, reporters, random);
    const total = Math.round(LINES[kind] * share);
    const paths: string[] = [];
    for (let from = 0; from < total; from += FILE_LINES) {
      const to = Math.min(from + FILE_LINES, total);
      const path = join(folder, `api_data_aadhar_${STEMS[kind]}_${from}_${to}.csv`);
      writeLines(path, HEADERS[kind].join(","), lines, to - from);
      paths.push(path);
    }
    return paths;
  };
  return {
    ENROLMENT: partsOfKind("ENROLMENT"),
    DEMOGRAPHIC_UPDATE: partsOfKind("DEMOGRAPHIC_UPDATE"),
    BIOMETRIC_UPDATE: partsOfKind("BIOMETRIC_UPDATE"),
  };
}
