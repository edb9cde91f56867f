import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { nearestPincodes } from "../neighbours.ts";
import { nearestOfAll } from "./neighbour-matrix.ts";

test("each pincode's neighbours in its own stretch, -1 where it has fewer", () => {
  const fixture = fixtureGazetteer();
  const pincodes = fixture.pincodes.map((one) => ({
    ...one,
    latitude: one.index === 1 ? null : 20 + one.index,
    longitude: one.index === 1 ? null : 80,
  }));
  const gazetteer = { ...fixture, pincodes };
  const { count, rows } = nearestOfAll(gazetteer, 5);
  for (const one of pincodes) {
    const near = nearestPincodes(gazetteer, one, 5).map(({ index }) => index);
    assert.deepEqual(
      [...rows.subarray(one.index * count, (one.index + 1) * count)],
      [...near, ...new Array<number>(5 - near.length).fill(-1)],
    );
  }
});
