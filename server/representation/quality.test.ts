import assert from "node:assert/strict";
import { test } from "node:test";
import { parseWeighted } from "./quality.ts";

const cases: [header: string, expected: [value: string, quality: number][]][] = [
  ["", []],
  ["br", [["br", 1]]],
  [
    "GZip;Q=0.5 , br",
    [
      ["gzip", 0.5],
      ["br", 1],
    ],
  ],
  ["text/html;level=1;q=0.4", [["text/html", 0.4]]],
  [
    "a;q=0, b;q=0.000, c;q=1.000",
    [
      ["a", 0],
      ["b", 0],
      ["c", 1],
    ],
  ],
  ["a;q=2, b;q=-1, c;q=abc, d;q=0.1234, e;q=, f", [["f", 1]]],
  [",, ;q=1, a b, ;", []],
];

for (const [header, expected] of cases) {
  test(`"${header}"`, () => {
    assert.deepEqual(
      parseWeighted(header),
      expected.map(([value, quality]) => ({ value, quality })),
    );
  });
}
