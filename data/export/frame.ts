/**
 * A column of a frame. `date`: whole days since 1970-01-01. `text`: positions in `dictionary`.
 * `integer`: whole numbers within ±(2^53 − 1). `number`: finite doubles.
 */
export type Column =
  | { readonly name: string; readonly kind: "date" | "integer" | "number" }
  | { readonly name: string; readonly kind: "text"; readonly dictionary: readonly string[] };

/** Some rows, column by column: `values[c][row]`, all of one length; NaN where the value is absent. */
export interface Batch {
  readonly length: number;
  readonly values: readonly Float64Array[];
}

/**
 * Named, typed columns whose rows come in batches: what every format is written from. Only one batch need be
 * in memory at a time. A batch becomes one row group of Parquet and one record batch of Arrow.
 */
export interface Frame {
  readonly columns: readonly Column[];
  readonly batches: Iterable<Batch> | AsyncIterable<Batch>;
  /** What a reader must know of the rows: keys and values, in order, that every format carries. */
  readonly about: ReadonlyMap<string, string>;
}

/** Brings a frame into a file format, piece by piece: what comes before the last piece is no whole file. */
export type Encoder = (frame: Frame) => AsyncGenerator<Uint8Array>;
