import fc from "fast-check";
import type { Batch, Column, Frame } from "./frame.ts";

/** Texts that formats stumble over; none begins as a formula does, which CSV changes on purpose. */
const HARD = [
  "",
  "null",
  "0",
  " ",
  'say "x"',
  "a,b",
  "two\nlines",
  "हिन्दी",
  "O'Neil",
  "x=1",
  "𝒳",
  "#",
  "\\N",
];
const arbitraryText = fc.oneof(
  fc.constantFrom(...HARD),
  fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]|[\r\0]/.test(text) && text.isWellFormed()),
);

const arbitraryColumn: fc.Arbitrary<Column> = fc.oneof(
  fc.constantFrom<Column["kind"]>("date", "integer", "number").map((kind) => ({ name: "", kind }) as Column),
  fc
    .uniqueArray(arbitraryText, { minLength: 1, maxLength: 300 })
    .map((dictionary): Column => ({ name: "", kind: "text", dictionary })),
);

function arbitraryValue(column: Column): fc.Arbitrary<number> {
  if (column.kind === "text") return fc.nat(column.dictionary.length - 1);
  if (column.kind === "date") return fc.integer({ min: 0, max: 65_535 });
  if (column.kind === "number")
    return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  return fc.oneof(fc.constant(0), fc.nat(2000), fc.maxSafeInteger());
}

/** Values, no −0 among them, of which none, some or all are absent. */
const arbitraryValues = (column: Column, length: number): fc.Arbitrary<Float64Array> =>
  fc
    .tuple(
      fc.constantFrom(0, 0.3, 1),
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), arbitraryValue(column)),
        {
          minLength: length,
          maxLength: length,
        },
      ),
    )
    .map(([absent, draws]) =>
      Float64Array.from(draws, ([luck, value]) => (luck < absent ? Number.NaN : value)),
    );

const arbitraryBatch = (columns: readonly Column[]): fc.Arbitrary<Batch> =>
  fc
    .oneof(fc.nat(20), fc.constantFrom(8, 63, 64, 65))
    .chain((length) =>
      fc
        .tuple(...columns.map((column) => arbitraryValues(column, length)))
        .map((values) => ({ length, values })),
    );

/** Frames of one to five columns of any kind and up to four batches, some of them empty. */
export const arbitraryFrame: fc.Arbitrary<Frame> = fc
  .array(arbitraryColumn, { minLength: 1, maxLength: 5 })
  .map((columns) => columns.map((column, index): Column => ({ ...column, name: `column ${index}` })))
  .chain((columns) =>
    fc
      .tuple(
        fc.array(arbitraryBatch(columns), { maxLength: 4 }),
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string({ unit: "grapheme" })), {
          maxLength: 4,
          selector: ([key]) => key,
        }),
      )
      .map(([batches, about]) => ({ columns, batches, about: new Map(about) })),
  );
