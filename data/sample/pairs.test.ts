import assert from "node:assert/strict";
import { test } from "node:test";
import { pairsOf } from "./pairs.ts";
import { makeRandom } from "./random.ts";
import { toyGazetteer } from "./toy-gazetteer.ts";

const gazetteer = toyGazetteer();
const pairs = pairsOf(gazetteer, makeRandom(2));
const rows = Array.from({ length: pairs.length }, (_, i) => ({
  pincode: pairs.pincode[i]!,
  district: pairs.district[i]!,
  state: pairs.state[i]!,
  share: pairs.share[i]!,
}));

test("every pincode has its home district, in order, and shares that add up to 1", () => {
  const sorted = [...rows].sort((a, b) => a.pincode - b.pincode || a.district - b.district);
  assert.deepEqual(rows, sorted);
  for (const pincode of gazetteer.pincodes) {
    const own = rows.filter((row) => row.pincode === pincode.index);
    assert.ok(own.some((row) => row.district === pincode.district));
    const whole = own.reduce((sum, row) => sum + row.share, 0);
    assert.ok(Math.abs(whole - 1) < 1e-12);
  }
});

test("a few pincodes lie in a neighbouring district of their state too", () => {
  const split = rows.filter((row) => row.district !== gazetteer.pincodes[row.pincode]!.district);
  assert.ok(split.length > 0 && split.length < 12, `${split.length} split`);
  for (const row of split) {
    const home = gazetteer.districts[gazetteer.pincodes[row.pincode]!.district]!;
    assert.equal(gazetteer.districts[row.district]!.state, home.state);
    assert.equal(row.state, home.state);
    assert.ok(row.share >= 0.1 && row.share <= 0.45);
  }
});
