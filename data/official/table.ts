import { COUNTS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";

const LARGEST_TOTAL = 2 ** 32 - 1;
const MOST_PLACES = 2 ** 16;

type Column = Uint8Array | Uint16Array | Uint32Array;

/** The column in the narrowest width that holds its values. */
function narrowed(column: Uint32Array): Column {
  let largest = 0;
  for (let row = 0; row < column.length; row++) if (column[row]! > largest) largest = column[row]!;
  if (largest > 65_535) return column.slice();
  const narrow = largest < 256 ? new Uint8Array(column.length) : new Uint16Array(column.length);
  for (let row = 0; row < column.length; row++) narrow[row] = column[row]!;
  return narrow;
}

/** Collects rows, given in the order of ActivityRows, into its columns. */
export class RowTable {
  readonly #districts: readonly string[];
  readonly #pincodes: readonly string[];
  #size = 0;
  readonly #date: Uint16Array;
  readonly #district: Uint16Array;
  readonly #pincode: Uint16Array;
  readonly #reports: Uint8Array;
  readonly #counts: readonly Uint32Array[];
  readonly #totals = new Float64Array(COUNTS.length);

  /**
   * @param room rows it can take; memory is used by those it does take only
   * @throws Fault BAD_USER_INPUT where the places are more than the columns' 16 bits can tell apart
   */
  constructor(districts: readonly string[], pincodes: readonly string[], room: number) {
    if (pincodes.length > MOST_PLACES || districts.length > MOST_PLACES) {
      throw new Fault(
        "BAD_USER_INPUT",
        `The files hold ${pincodes.length} pincodes and ${districts.length} districts; a snapshot holds up to ${MOST_PLACES} of each. Are the pincodes real?`,
      );
    }
    this.#districts = districts;
    this.#pincodes = pincodes;
    this.#date = new Uint16Array(room);
    this.#district = new Uint16Array(room);
    this.#pincode = new Uint16Array(room);
    this.#reports = new Uint8Array(room);
    this.#counts = COUNTS.map(() => new Uint32Array(room));
  }

  /** Adds a row with count i = sums[at + i]. */
  add(day: number, district: number, pincode: number, reports: number, sums: Float64Array, at: number): void {
    const row = this.#size++;
    this.#date[row] = day;
    this.#district[row] = district;
    this.#pincode[row] = pincode;
    this.#reports[row] = reports;
    for (let count = 0; count < COUNTS.length; count++) {
      const sum = sums[at + count]!;
      this.#counts[count]![row] = sum;
      this.#totals[count]! += sum;
    }
  }

  /**
   * The rows collected, in columns of their own.
   * @throws Fault BAD_USER_INPUT where a count adds up to more than 32 bits hold
   */
  finish(): ActivityRows {
    const size = this.#size;
    this.#totals.forEach((total, count) => {
      if (total <= LARGEST_TOTAL) return;
      throw new Fault(
        "BAD_USER_INPUT",
        `${COUNTS[count]} adds up to ${total} persons; a snapshot holds up to ${LARGEST_TOTAL}. Are the counts real?`,
      );
    });
    return {
      districts: this.#districts,
      pincodes: this.#pincodes,
      date: this.#date.slice(0, size),
      district: this.#district.slice(0, size),
      pincode: this.#pincode.slice(0, size),
      reports: this.#reports.slice(0, size),
      counts: this.#counts.map((column) => narrowed(column.subarray(0, size))),
    };
  }
}
