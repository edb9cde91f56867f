import fc from "fast-check";
import { DATASETS } from "../activity/metric.ts";
import { HEADERS } from "./kinds.ts";

const names: fc.Arbitrary<readonly [string, string]> = fc.constantFrom(
  ["Telangana", "Hyderabad"],
  ["Andhra Pradesh", "Hyderabad"],
  ["Telangana", "Warangal "],
  ["tamil nadu", "Chennai"],
  ["Orissa", "Khordha"],
  ["Goa", 'North "Old", Goa'],
  ["Goa", "Nowhere"],
  ["100000", "Jaipur"],
  ["Telangana", "Medchal−Malkajgiri"],
);
const date = fc.constantFrom("01-03-2025", "01-03-2025", "28-02-2024", "31-12-2025", "29-02-2024");
const pincode = fc.constantFrom("500001", "500002", "600001");
const count = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }) },
  fc.constantFrom(1023, 1024, 32_767, 32_768, 2 ** 24),
);
const wrong = fc.constantFrom(
  "",
  "-1",
  "1.5",
  "x",
  "31-02-2025",
  "2025-03-01",
  "01-13-2025",
  "01-01-1999",
  "012345",
  "50000",
  "5000011",
  "2147483648",
  "99999999999999999999",
  "a\0b",
  'a"b',
  '"',
  "\t",
  "0003",
  " 7 ",
  "Ω",
  "\xff",
  "+1",
  "1e3",
); // prettier-ignore

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

function lineOf(counts: number): fc.Arbitrary<string> {
  const good = fc
    .tuple(date, names, pincode, fc.array(count, { minLength: counts, maxLength: counts }))
    .map(([on, [state, district], pin, values]) => [on, state, district, pin, ...values.map(String)]);
  const spoilt = fc
    .tuple(good, fc.nat({ max: counts + 3 }), wrong)
    .map(([fields, at, value]) => fields.with(at, value));
  const blank = fc.constantFrom("", " ", "\t");
  const padded = fc
    .tuple(good, blank, blank)
    .map(([fields, before, after]) =>
      fields.map((field, at) => (at === 1 || at === 2 ? field : before + field + after)),
    );
  const text = (fields: string[]): string =>
    fields.map((field) => (/[",]/.test(field) && field.length > 3 ? quoted(field) : field)).join(",");
  return fc.oneof(
    { weight: 10, arbitrary: good.map(text) },
    { weight: 2, arbitrary: good.map((fields) => fields.map(quoted).join(" , ")) },
    { weight: 2, arbitrary: padded.map(text) },
    { weight: 3, arbitrary: spoilt.map(text) },
    good.map((fields) => text(fields.slice(1))),
    good.map((fields) => text([...fields, "1"])),
    good.map((fields) => text(fields.with(1, "a".repeat(4100)))),
    fc.constantFrom("", "   ", "date,state,district,pincode,a,b", '"'.repeat(9), "\r", ",,,,,,"),
    fc.string({ unit: "binary", maxLength: 40 }).map((any) => any.replaceAll("\n", "")),
  );
}

/** A file of one of the datasets, with its share of dirt. */
export const dirtyFile: fc.Arbitrary<Buffer> = fc.constantFrom(...DATASETS).chain((dataset) => {
  const header = HEADERS[dataset];
  const parts = {
    mark: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n"),
    lines: fc.array(lineOf(header.length - 4), { maxLength: 40 }),
    ended: fc.boolean(),
  };
  return fc.record(parts).map(({ mark, end, lines, ended }) => {
    const text = [header.join(","), ...lines].join(end) + (ended ? end : "");
    return Buffer.from(mark ? `\ufeff${text}` : text, "utf8");
  });
});

/** Several files, some lines of which stand in more than one. */
export const dirtyFiles: fc.Arbitrary<Buffer[]> = fc
  .array(dirtyFile, { minLength: 1, maxLength: 3 })
  .chain((files) => fc.boolean().map((again) => (again ? [...files, files[0]!] : files)));
