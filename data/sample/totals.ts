import { readFileSync } from "node:fs";
import { COUNTS } from "../activity/metric.ts";

/** The seven counts of one state in one month, in the order of COUNTS. Unit: persons in reports. */
export interface StateMonth {
  /** IN-XX. */
  readonly state: string;
  /** 1 … 12, of 2025. */
  readonly month: number;
  readonly counts: readonly number[];
}

const FILE = new URL("files/activity-by-state-month-2025.csv", import.meta.url);

/**
 * What the authority published for 2025, by state and month, summed after state names were mended;
 * nothing was published for August. The sample's totals equal these.
 */
export function stateMonths(): StateMonth[] {
  const [, ...lines] = readFileSync(FILE, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => {
    const [state, month, ...counts] = line.split(",");
    if (state === undefined || month === undefined || counts.length !== COUNTS.length)
      throw new Error(`${FILE.pathname}: "${line}" should have a state, a month and seven counts`);
    return { state, month: Number(month.slice(5)), counts: counts.map(Number) };
  });
}
