import type { ActivityRows } from "../activity/rows.ts";
import { CellSums } from "./cells.ts";
import { DuplicateFinder } from "./duplicates.ts";
import { daysOf, type Gathered, LINE } from "./gather.ts";
import { DistinctLines, type LedgerLines } from "./ledger-lines.ts";
import type { MendedPlaces } from "./mended-places.ts";
import { RowTable } from "./table.ts";

const DATASET_COUNT = 3;

export interface Combined {
  readonly rows: ActivityRows;
  /** By file: lines equal to an earlier one. */
  readonly duplicates: Uint32Array;
  /** By spelling: its lines that are no duplicates. */
  readonly distinct: Uint32Array;
  /** By file: lines whose place was refused, by spelling. */
  readonly refused: readonly ReadonlyMap<number, number>[];
  /** The lines that are no duplicates, spelling by spelling in the order of the places. */
  readonly lines: LedgerLines;
  /** Lines added to a (date, district, pincode) that the same dataset had reported already. */
  readonly summed: number;
}

/**
 * Drops duplicates and sums the rest by (date, district, pincode), cell by cell in the order of the rows.
 *
 * @param gathered its lines are consumed
 * @param datasets by file: index of its dataset in DATASETS
 * @throws Fault BAD_USER_INPUT where the sums or places are more than a snapshot can hold
 */
export function combine(gathered: Gathered, places: MendedPlaces, datasets: Uint8Array): Combined {
  const { lines, starts } = gathered;
  const span = daysOf(gathered) ?? { first: 0, last: 0 };
  const days = span.last - span.first + 1;
  const finder = new DuplicateFinder(lines, DATASET_COUNT * days);
  const cells = new CellSums(gathered.packing, span.first, days);
  const table = new RowTable(places.districts, places.pincodes, lines.length / LINE);
  const duplicates = new Uint32Array(datasets.length);
  const distinct = new Uint32Array(gathered.spellings.length);
  const refused = Array.from(datasets, () => new Map<number, number>());
  const told = new DistinctLines(lines.length / LINE);

  places.order.forEach((spelling, position) => {
    const kept = position < places.mended;
    const from = starts[spelling]!;
    const to = starts[spelling + 1]!;
    finder.begin(from, to);
    for (let line = from; line < to; line++) {
      const at = line * LINE;
      const fileDay = lines[at]!;
      const file = fileDay >>> 16;
      const offset = (fileDay & 0xffff) - span.first;
      const dataset = datasets[file]!;
      if (finder.seen(line, dataset * days + offset)) {
        duplicates[file]!++;
        continue;
      }
      distinct[spelling]!++;
      told.add(fileDay, lines[at + 1]!);
      if (kept) cells.add(dataset, offset, lines[at + 1]!);
      else refused[file]!.set(spelling, (refused[file]!.get(spelling) ?? 0) + 1);
    }
    if (!kept) return;
    const next = position + 1 < places.mended ? places.order[position + 1]! : -1;
    const district = places.district[spelling]!;
    const pincode = places.pincode[spelling]!;
    const sameCell = next !== -1 && places.district[next] === district && places.pincode[next] === pincode;
    if (!sameCell) cells.flush(table, district, pincode);
  });
  return { rows: table.finish(), duplicates, distinct, refused, lines: told.finish(), summed: cells.summed };
}
