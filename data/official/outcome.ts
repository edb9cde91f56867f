import type { Quality, QualityReason } from "../activity/dataset.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { MendStep, RefusalCode } from "../places/mender.ts";
import type { Ledger } from "./ledger.ts";

/** One published (state, district, pincode), and where it was brought. */
export interface MendRecord {
  readonly state: string;
  readonly district: string;
  readonly pincode: string;
  /** District code, IN-XX/slug; null where the place was refused. */
  readonly place: string | null;
  readonly step: MendStep | RefusalCode;
  /** Published lines that bear it, duplicates not counted. */
  readonly rows: number;
}

/** What became of one file; rowsRead = rowsKept + duplicates + rejected. */
export interface FileReport {
  readonly path: string;
  readonly dataset: DatasetKind;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly reasons: readonly QualityReason[];
}

export interface RefusedFile {
  readonly path: string;
  /** Ends a sentence that names the file. */
  readonly why: string;
}

export interface ImportResult {
  /** May be empty: then nothing was kept. */
  readonly rows: ActivityRows;
  readonly quality: Quality;
  /** The files read, in their order; none of those of the ledger added to. */
  readonly files: readonly FileReport[];
  /** Paths of files that the ledger added to holds already, byte for byte: nothing was taken of them. */
  readonly known: readonly string[];
  /** Files and folders of which nothing was taken. */
  readonly refused: readonly RefusedFile[];
  /** Files within folders that are not named .csv. */
  readonly passedOver: readonly string[];
  readonly mends: readonly MendRecord[];
  /** Lines kept whose (date, district, pincode) the same dataset had reported already: summed. */
  readonly summed: number;
  /** What later files can be added to. */
  readonly ledger: Ledger;
}
