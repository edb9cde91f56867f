import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fixtureGazetteer } from "../data/activity/fixture.ts";
import type { Gazetteer, Pincode } from "../data/places/place.ts";
import { nearestPincodes } from "./neighbours.ts";

type Point = readonly [latitude: number, longitude: number] | null;

function gazetteerAt(points: readonly Point[]): Gazetteer {
  const pincodes = points.map((point, index): Pincode => {
    const code = String(100_000 + index);
    const [latitude, longitude] = point ?? [null, null];
    return { level: "PINCODE", index, code, name: { EN: code, HI: code }, latitude, longitude, district: 0 };
  });
  return { ...fixtureGazetteer(), pincodes };
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The spherical law of haversines, written out. */
function kilometres(a: Pincode, b: Pincode): number {
  const [north, east] = [radians(b.latitude! - a.latitude!), radians(b.longitude! - a.longitude!)];
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude!)) * Math.cos(radians(b.latitude!)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

test("the nearest come first, itself left out", () => {
  const gazetteer = gazetteerAt([
    [17, 78],
    [17.1, 78],
    [17, 78.05],
    [20, 80],
  ]);
  const codes = nearestPincodes(gazetteer, gazetteer.pincodes[0]!, 2).map((one) => one.code);
  assert.deepEqual(codes, ["100002", "100001"]);
});

test("equal distances go by code", () => {
  const gazetteer = gazetteerAt([
    [17, 78],
    [17, 78],
    [17, 78],
    [17, 78],
  ]);
  const codes = nearestPincodes(gazetteer, gazetteer.pincodes[2]!, 5).map((one) => one.code);
  assert.deepEqual(codes, ["100000", "100001", "100003"]);
});

test("a pincode without coordinates has no neighbours and is none", () => {
  const gazetteer = gazetteerAt([[17, 78], null, [18, 78]]);
  assert.deepEqual(nearestPincodes(gazetteer, gazetteer.pincodes[1]!, 5), []);
  assert.deepEqual(
    nearestPincodes(gazetteer, gazetteer.pincodes[0]!, 5).map((one) => one.code),
    ["100002"],
  );
});

test("distances are those of looking at every pincode", () => {
  const point = fc.tuple(
    fc.double({ min: 7, max: 37, noNaN: true }),
    fc.double({ min: 68, max: 97, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 10 }),
      (points, count) => {
        const gazetteer = gazetteerAt(points);
        const from = gazetteer.pincodes[0]!;
        const found = nearestPincodes(gazetteer, from, count).map((one) => kilometres(from, one));
        const all = gazetteer.pincodes.slice(1).map((one) => kilometres(from, one));
        const naive = all.sort((a, b) => a - b).slice(0, count);
        assert.equal(found.length, naive.length);
        for (const [at, km] of found.entries())
          assert.ok(Math.abs(km - naive[at]!) < 1e-6, `${km} km, not ${naive[at]} km`);
      },
    ),
  );
});
