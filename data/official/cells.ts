import { COUNTS_OF, DATASETS } from "../activity/metric.ts";
import type { CountPacking } from "./packing.ts";
import type { RowTable } from "./table.ts";

/** For each dataset, by its bit: the first of its counts. */
const FIRST_COUNT = DATASETS.map((dataset) => COUNTS_OF[dataset][0]!);
/** Words of one day's sums: seven, and one more that makes them a cache line. */
const WIDTH = 8;

/** Sums the lines of one (district, pincode) at a time by day, and puts them into a table by date. */
export class CellSums {
  readonly #packing: CountPacking;
  readonly #firstDay: number;
  /** Count c of day d is at [d * WIDTH + c]. */
  readonly #sums: Float64Array;
  readonly #reports: Uint8Array;
  /** Bit d % 32 of word d / 32 is set where day d has a report. */
  readonly #touched: Uint32Array;
  /** Lines added to a key that the same dataset had reported already. */
  summed = 0;

  constructor(packing: CountPacking, firstDay: number, days: number) {
    this.#packing = packing;
    this.#firstDay = firstDay;
    this.#sums = new Float64Array(WIDTH * days);
    this.#reports = new Uint8Array(days);
    this.#touched = new Uint32Array(Math.ceil(days / 32));
  }

  /** Adds the packed counts of a line of `dataset` on the day `offset` days after the first. */
  add(dataset: number, offset: number, counts: number): void {
    const bit = 1 << dataset;
    const reports = this.#reports[offset]!;
    if (reports === 0) this.#touched[offset >>> 5]! |= 1 << (offset & 31);
    if ((reports & bit) !== 0) this.summed++;
    this.#reports[offset] = reports | bit;
    const width = dataset === 0 ? 3 : 2;
    this.#packing.addTo(this.#sums, offset * WIDTH + FIRST_COUNT[dataset]!, counts, width);
  }

  /** Moves the sums into the table as rows of the cell, and begins anew. */
  flush(table: RowTable, district: number, pincode: number): void {
    for (let word = 0; word < this.#touched.length; word++) {
      for (let bits = this.#touched[word]!; bits !== 0; bits &= bits - 1) {
        const offset = 32 * word + 31 - Math.clz32(bits & -bits);
        const day = this.#firstDay + offset;
        table.add(day, district, pincode, this.#reports[offset]!, this.#sums, offset * WIDTH);
        this.#reports[offset] = 0;
        for (let count = 0; count < WIDTH; count++) this.#sums[offset * WIDTH + count] = 0;
      }
      this.#touched[word] = 0;
    }
  }
}
