import { COUNTS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { type Copy, shared } from "./shared.ts";

const LARGEST_TOTAL = 2 ** 32 - 1;
const MOST_PLACES = 2 ** 16;

type Column = Uint8Array | Uint16Array | Uint32Array;

/** Room for rows in the order of ActivityRows, in memory that threads share; column i of every array is one row. */
export interface RowRoom {
  readonly date: Uint16Array;
  readonly district: Uint16Array;
  readonly pincode: Uint16Array;
  readonly reports: Uint8Array;
  readonly counts: readonly Uint32Array[];
}

/** @param rows how many it takes; memory is used by those that it does take only */
export const roomFor = (rows: number): RowRoom => ({
  date: shared(Uint16Array, rows),
  district: shared(Uint16Array, rows),
  pincode: shared(Uint16Array, rows),
  reports: shared(Uint8Array, rows),
  counts: COUNTS.map(() => shared(Uint32Array, rows)),
});

/** Where in a room the rows of one table lie, and what they add up to. */
export interface RowStretch {
  readonly from: number;
  readonly to: number;
  /** By count: sum and largest value. */
  readonly totals: Float64Array;
  readonly largest: Float64Array;
}

/** Collects rows, given in the order of ActivityRows, into a stretch of a room. */
export class RowTable {
  readonly #room: RowRoom;
  readonly #from: number;
  #size = 0;
  readonly #totals = new Float64Array(COUNTS.length);
  readonly #largest = new Float64Array(COUNTS.length);

  /** @param from where its first row goes */
  constructor(room: RowRoom, from: number) {
    this.#room = room;
    this.#from = from;
  }

  /** Adds a row with count i = sums[at + i]. */
  add(day: number, district: number, pincode: number, reports: number, sums: Float64Array, at: number): void {
    const room = this.#room;
    const row = this.#from + this.#size++;
    room.date[row] = day;
    room.district[row] = district;
    room.pincode[row] = pincode;
    room.reports[row] = reports;
    for (let count = 0; count < COUNTS.length; count++) {
      const sum = sums[at + count]!;
      room.counts[count]![row] = sum;
      this.#totals[count]! += sum;
      if (sum > this.#largest[count]!) this.#largest[count] = sum;
    }
  }

  stretch(): RowStretch {
    const [from, to] = [this.#from, this.#from + this.#size];
    return { from, to, totals: this.#totals, largest: this.#largest };
  }
}

const narrowest = (largest: number) =>
  largest > 65_535 ? Uint32Array : largest > 255 ? Uint16Array : Uint8Array;

/**
 * Lays out the stretches one after the other as rows of a snapshot, counts in the narrowest width that holds them.
 * @returns the rows, and by stretch the copies that fill them
 * @throws Fault BAD_USER_INPUT where a count adds up to more than 32 bits hold
 */
export function joinRows(
  room: RowRoom,
  stretches: readonly RowStretch[],
  districts: readonly string[],
  pincodes: readonly string[],
): { rows: ActivityRows; copies: Copy[][] } {
  const largest = COUNTS.map((name, count) => {
    const total = stretches.reduce((sum, { totals }) => sum + totals[count]!, 0);
    if (total <= LARGEST_TOTAL) return Math.max(...stretches.map((stretch) => stretch.largest[count]!));
    throw new Fault(
      "BAD_USER_INPUT",
      `${name} adds up to ${total} persons; a snapshot holds up to ${LARGEST_TOTAL}. Are the counts real?`,
    );
  });
  const size = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const columns = {
    date: shared(Uint16Array, size),
    district: shared(Uint16Array, size),
    pincode: shared(Uint16Array, size),
    reports: shared(Uint8Array, size),
    counts: largest.map((value) => shared<Column>(narrowest(value), size)),
  };
  const pairs: Copy[] = [
    ...(["date", "district", "pincode", "reports"] as const).map((key) => ({
      from: room[key],
      to: columns[key],
    })),
    ...columns.counts.map((to, count) => ({ from: room.counts[count]!, to })),
  ];
  let at = 0;
  const copies = stretches.map((stretch) => {
    const begin = at;
    at += stretch.to - stretch.from;
    return pairs.map(({ from, to }) => ({
      from: from.subarray(stretch.from, stretch.to),
      to: to.subarray(begin, at),
    }));
  });
  return { rows: { districts, pincodes, ...columns }, copies };
}

/** @throws Fault BAD_USER_INPUT where the places are more than the columns' 16 bits can tell apart */
export function refuseManyPlaces(districts: readonly string[], pincodes: readonly string[]): void {
  if (pincodes.length <= MOST_PLACES && districts.length <= MOST_PLACES) return;
  throw new Fault(
    "BAD_USER_INPUT",
    `The files hold ${pincodes.length} pincodes and ${districts.length} districts; a snapshot holds up to ${MOST_PLACES} of each. Are the pincodes real?`,
  );
}
