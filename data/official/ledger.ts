import type { QualityReason } from "../activity/dataset.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { LedgerLines } from "./ledger-lines.ts";
import type { Counts } from "./packing.ts";
import { fileAndDay, type RecordRange, type Records } from "./records.ts";
import type { Spellings } from "./spellings.ts";

/** A file whose lines are in a ledger. */
export interface LedgerFile {
  /** Of its name in the ledger's names, and what its lines bear. */
  readonly index: number;
  readonly sha256: string;
  readonly dataset: DatasetKind;
  readonly rowsRead: number;
  /** Lines equal to one of an earlier file or of its own. */
  readonly duplicates: number;
  /** Lines that could not be read. */
  readonly reasons: readonly QualityReason[];
}

/** A published (state, district, pincode), and the line it was first met on. */
export interface LedgerSpelling {
  /** `state,district,pincode`, each byte one character (Latin-1). */
  readonly key: string;
  readonly file: number;
  readonly line: number;
  /** The line's first bytes, as Latin-1. */
  readonly text: string;
  /** How many of the ledger's lines bear it. */
  readonly lines: number;
}

/**
 * What an import must remember for later files to be added as if all had been imported at once: every distinct
 * line as it was published, unmended, and what became of the rest.
 */
export interface Ledger {
  /** What files are called in examples, by index. */
  readonly names: readonly string[];
  readonly files: readonly LedgerFile[];
  /** In the order they were first met; their place is their id. */
  readonly spellings: readonly LedgerSpelling[];
  /** Ids of spellings in the order in which their lines stand. */
  readonly order: ArrayLike<number>;
  readonly lines: LedgerLines;
  /** Counts too large to be packed; the first is packed as -1. */
  readonly wide: readonly Counts[];
}

/**
 * Puts the ledger's lines into empty spellings and records, as reading its files would.
 * @returns where its lines lie
 */
export function recall(ledger: Ledger, spellings: Spellings, records: Records): RecordRange {
  for (const { key, file, line, text } of ledger.spellings) {
    spellings.idOf(key, { file, line, bytes: Buffer.from(text, "latin1") });
  }
  for (const counts of ledger.wide) records.packing.packWide(...counts);
  const { file, day, counts } = ledger.lines;
  let at = 0;
  for (let position = 0; position < ledger.order.length; position++) {
    const spelling = ledger.order[position]!;
    for (const end = at + ledger.spellings[spelling]!.lines; at < end; at++) {
      records.add(spelling, fileAndDay(file[at]!, day[at]!), counts[at]!);
    }
  }
  return { from: 0, to: records.size };
}
