import assert from "node:assert/strict";
import { test } from "node:test";
import { regularCycle } from "./cycle.ts";

test("phases follow one another", () => {
  assert.deepEqual(regularCycle(3, 5), { season: 3, phases: Uint16Array.of(0, 1, 2, 0, 1) });
});
