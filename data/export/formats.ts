import { encodeArrow } from "./arrow.ts";
import { encodeCsv } from "./csv.ts";
import type { Encoder } from "./frame.ts";
import { encodeParquet } from "./parquet.ts";

export interface Format {
  readonly encode: Encoder;
  readonly mediaType: string;
  /** Whether the file itself carries what the frame says about itself. */
  readonly tellsAbout: boolean;
}

/** The formats by name, which is a file's extension too. */
export const FORMATS = {
  parquet: { encode: encodeParquet, mediaType: "application/vnd.apache.parquet", tellsAbout: true },
  csv: { encode: encodeCsv, mediaType: "text/csv; charset=utf-8; header=present", tellsAbout: false },
  arrow: { encode: encodeArrow, mediaType: "application/vnd.apache.arrow.stream", tellsAbout: true },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);
