import type { ActivityRows } from "../activity/rows.ts";
import { CellSums } from "./cells.ts";
import { DuplicateFinder } from "./duplicates.ts";
import { type Gathered, LINE } from "./gather.ts";
import { DistinctLines, joinLines, type LedgerLines, type LineStretch } from "./ledger-lines.ts";
import type { MendedPlaces } from "./mended-places.ts";
import { CountPacking } from "./packing.ts";
import { type RowRoom, type RowStretch, RowTable } from "./table.ts";

const DATASET_COUNT = 3;

/** Lines to be combined; can be handed to a thread, and consumed by each in stretches of their own. */
export interface CombineJob
  extends Pick<Gathered, "starts" | "lines" | "wide" | "firstDay" | "days">,
    Pick<MendedPlaces, "order" | "mended" | "district" | "pincode"> {
  /** By file: index of its dataset in DATASETS. */
  readonly datasets: Uint8Array;
  /** Room for as many rows, and as many distinct lines, as there are lines. */
  readonly room: RowRoom;
  readonly told: LedgerLines;
}

/** What a stretch of the spellings' order came to. */
export interface CombinedStretch {
  readonly rows: RowStretch;
  /** By file: lines equal to an earlier one. */
  readonly duplicates: Uint32Array;
  /** By position in the stretch: the spelling's lines that are no duplicates. */
  readonly distinct: Uint32Array;
  /** By file: lines whose place was refused, by spelling. */
  readonly refused: readonly ReadonlyMap<number, number>[];
  /** The lines that are no duplicates, spelling by spelling in the order of the places. */
  readonly lines: LineStretch;
  /** Lines added to a (date, district, pincode) that the same dataset had reported already. */
  readonly summed: number;
}

/** The stretches together; `distinct` is by spelling. */
export interface Combined extends Omit<CombinedStretch, "rows" | "lines"> {
  readonly rows: ActivityRows;
  readonly lines: LedgerLines;
}

/**
 * Positions at which the order is cut into stretches of about equal numbers of lines, none within a cell.
 * @returns `stretches` + 1 positions, from 0 to the length of the order
 */
export function cutsOf(
  job: Pick<CombineJob, "order" | "starts" | "mended" | "district" | "pincode">,
  stretches: number,
): number[] {
  const { order, starts, mended, district, pincode } = job;
  const sameCell = (a: number, b: number) => district[a] === district[b] && pincode[a] === pincode[b];
  const cuts = [0];
  let lines = 0;
  const total = starts.at(-1)!;
  order.forEach((spelling, position) => {
    const due = lines >= (cuts.length * total) / stretches;
    const within = position > 0 && position < mended && sameCell(order[position - 1]!, spelling);
    if (due && !within && cuts.length < stretches) cuts.push(position);
    lines += starts[spelling + 1]! - starts[spelling]!;
  });
  while (cuts.length <= stretches) cuts.push(order.length);
  return cuts;
}

/** Drops duplicates and sums the rest by (date, district, pincode), for the spellings at [begin, end) of the order. */
export function combineStretch(job: CombineJob, begin: number, end: number): CombinedStretch {
  const { lines, starts, order, mended, datasets, firstDay, days } = job;
  let before = 0;
  for (const spelling of order.subarray(0, begin)) before += starts[spelling + 1]! - starts[spelling]!;
  const finder = new DuplicateFinder(lines, DATASET_COUNT * days);
  const cells = new CellSums(new CountPacking(job.wide), firstDay, days);
  const table = new RowTable(job.room, before);
  const duplicates = new Uint32Array(datasets.length);
  const distinct = new Uint32Array(end - begin);
  const refused = Array.from(datasets, () => new Map<number, number>());
  const told = new DistinctLines(job.told, before);

  for (let position = begin; position < end; position++) {
    const spelling = order[position]!;
    const kept = position < mended;
    const from = starts[spelling]!;
    const to = starts[spelling + 1]!;
    let count = 0;
    finder.begin(from, to);
    for (let line = from; line < to; line++) {
      const at = line * LINE;
      const fileDay = lines[at]!;
      const file = fileDay >>> 16;
      const offset = (fileDay & 0xffff) - firstDay;
      const dataset = datasets[file]!;
      if (finder.seen(line, dataset * days + offset)) {
        duplicates[file]!++;
        continue;
      }
      count++;
      told.add(fileDay, lines[at + 1]!);
      if (kept) cells.add(dataset, offset, lines[at + 1]!);
      else refused[file]!.set(spelling, (refused[file]!.get(spelling) ?? 0) + 1);
    }
    distinct[position - begin] = count;
    if (!kept) continue;
    const next = position + 1 < Math.min(end, mended) ? order[position + 1]! : -1;
    const district = job.district[spelling]!;
    const pincode = job.pincode[spelling]!;
    const sameCell = next !== -1 && job.district[next] === district && job.pincode[next] === pincode;
    if (!sameCell) cells.flush(table, district, pincode);
  }
  return {
    rows: table.stretch(),
    duplicates,
    distinct,
    refused,
    lines: told.stretch(),
    summed: cells.summed,
  };
}

/** What the stretches of the whole order came to together, but for the rows. */
export function joinStretches(
  { order, told }: Pick<CombineJob, "order" | "told">,
  stretches: readonly CombinedStretch[],
): Omit<Combined, "rows"> {
  const files = stretches[0]!.duplicates;
  const distinct = new Uint32Array(order.length);
  let position = 0;
  for (const stretch of stretches) {
    for (const lines of stretch.distinct) distinct[order[position++]!] = lines;
  }
  return {
    duplicates: files.map((_, file) => stretches.reduce((sum, { duplicates }) => sum + duplicates[file]!, 0)),
    distinct,
    refused: Array.from(files, (_, file) => new Map(stretches.flatMap(({ refused }) => [...refused[file]!]))),
    lines: joinLines(
      told,
      stretches.map(({ lines }) => lines),
    ),
    summed: stretches.reduce((sum, stretch) => sum + stretch.summed, 0),
  };
}
