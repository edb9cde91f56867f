import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeCsv, textCell } from "./csv.ts";
import type { Frame } from "./frame.ts";

const frame: Frame = {
  columns: [
    { name: "date", kind: "date" },
    { name: "district", kind: "text", dictionary: ["Pune", '=HYPERLINK("x")', ""] },
    { name: "change", kind: "number" },
  ],
  batches: [
    {
      length: 3,
      values: [
        [20_332, 20_333, Number.NaN],
        [0, 1, 2],
        [-5.5, Number.NaN, 0],
      ].map((column) => Float64Array.from(column)),
    },
  ],
  about: new Map([
    ["source", "SAMPLE"],
    ["note", "two\r\nlines"],
  ]),
};

const textOf = async (options?: { headerComments: boolean }): Promise<string> => {
  let text = "";
  for await (const chunk of encodeCsv(frame, options)) text += Buffer.from(chunk).toString();
  return text;
};

const LINES = `date,district,change
2025-09-01,Pune,-5.5
2025-09-02,"'=HYPERLINK(""x"")",
,"",0
`;

test("dates are ISO, absent cells empty, zeros zeros, negative numbers numbers", async () => {
  assert.equal(await textOf(), LINES);
});

test("comments stand above the header where asked, each on one line", async () => {
  assert.equal(await textOf({ headerComments: true }), `# source: SAMPLE\n# note: two lines\n${LINES}`);
});

test("text that a spreadsheet would run is led by an apostrophe, quotes or not", () => {
  for (const start of ["=", "+", "-", "@", "\t"]) assert.equal(textCell(`${start}1`), `'${start}1`);
  assert.equal(textCell("\r1"), `"'\r1"`);
  assert.equal(textCell('=a,"b"'), `"'=a,""b"""`);
  for (const plain of ["a=b", "5", "Dadra and Nagar Haveli", "हिन्दी"]) assert.equal(textCell(plain), plain);
});
