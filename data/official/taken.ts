import type { QualityReason } from "../activity/dataset.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { Combined } from "./combine.ts";
import type { Gathered } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import { renumberWide } from "./ledger-lines.ts";
import type { MendedPlaces } from "./mended-places.ts";
import type { FileReport } from "./outcome.ts";
import { exampleOf, Rejections } from "./rejections.ts";

/** A file that was read, now or when the ledger was written; its lines have been gathered. */
export interface TakenFile {
  readonly path: string;
  /** What the lines bear, and its name stands under. */
  readonly index: number;
  readonly sha256: string;
  readonly dataset: DatasetKind;
  readonly rowsRead: number;
  /** Duplicates dropped before its lines were gathered. */
  readonly dropped: number;
  /** Lines that could not be read. */
  readonly reasons: readonly QualityReason[];
}

/** The files of a ledger; the path of each is its name. */
export function takenOf({ files, names }: Ledger): TakenFile[] {
  return files.map(({ duplicates, ...file }) => ({ ...file, path: names[file.index]!, dropped: duplicates }));
}

/** What became of the file's lines. */
export function reportOf(
  { path, index, dataset, rowsRead, dropped, reasons: unreadable }: TakenFile,
  gathered: Gathered,
  places: MendedPlaces,
  combined: Combined,
  names: readonly string[],
): FileReport {
  const rejections = new Rejections();
  rejections.addAll(unreadable);
  for (const [spelling, rows] of combined.refused[index]!) {
    const mend = places.mends[spelling]!;
    const { origin } = gathered.spellings[spelling]!;
    if ("refused" in mend) {
      rejections.add(mend.refused, rows, () => exampleOf(names[origin.file]!, origin.line, origin.bytes));
    }
  }
  const duplicates = dropped + combined.duplicates[index]!;
  const rejected = rejections.total;
  const rowsKept = rowsRead - duplicates - rejected;
  return { path, dataset, rowsRead, rowsKept, duplicates, rejected, reasons: rejections.list() };
}

/** What the import must remember of the files. */
export function ledgerOf(
  taken: readonly TakenFile[],
  gathered: Gathered,
  places: MendedPlaces,
  combined: Combined,
  names: readonly string[],
): Ledger {
  return {
    names,
    files: taken.map(({ path: _, dropped, ...file }) => ({
      ...file,
      duplicates: dropped + combined.duplicates[file.index]!,
    })),
    spellings: gathered.spellings.map(({ names: key, pincode, origin }, spelling) => ({
      key: `${key}${pincode}`,
      file: origin.file,
      line: origin.line,
      text: Buffer.from(origin.bytes).toString("latin1"),
      lines: combined.distinct[spelling]!,
    })),
    order: places.order,
    lines: combined.lines,
    wide: renumberWide(combined.lines, gathered.wide),
  };
}
