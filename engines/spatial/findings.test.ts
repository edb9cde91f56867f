import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "../../data/sample/random.ts";
import { againstDistrict, againstNeighbours } from "./compare.ts";
import { ghostPopulationFlags, influxFlags, massMovementFlags } from "./flags.ts";
import { ghostPopulations } from "./ghost-populations.ts";
import { massMovements } from "./mass-movements.ts";
import { spatialOutliers } from "./outliers.ts";

const NAN = Number.NaN;
const PLACES = 60;
const random = makeRandom(9);
const neighbours = {
  count: 5,
  rows: Int32Array.from({ length: PLACES * 5 }, (_, at) => (Math.floor(at / 5) + (at % 5) + 1) % PLACES),
};
const districts = Int32Array.from({ length: PLACES }, (_, at) => Math.floor(at / 20));
const usual = (mean: number) => Float64Array.from({ length: PLACES }, () => mean + random.below(mean / 2));
const METRIC = { EN: "enrolments", HI: "नामांकन" };

const outliersOf = (counts: Float64Array) =>
  spatialOutliers(counts, againstNeighbours(counts, neighbours), againstDistrict(counts, districts), METRIC);

test("a place far above its neighbours and its district is found, and explained in both languages", () => {
  const [found, ...others] = outliersOf(usual(100).with(30, 1_20_000));
  assert.deepEqual(others, []);
  assert.equal(found!.place, 30);
  assert.equal(found!.kind, "SPATIAL_OUTLIER");
  assert.ok(found!.expected > 90 && found!.expected < 160);
  assert.ok(
    found!.lower <= found!.expected && found!.expected <= found!.upper && found!.upper < found!.observed,
  );
  assert.ok(found!.pValue! <= found!.qValue! && found!.qValue! <= 0.05);
  assert.match(found!.explanation.EN, /^1,20,000 enrolments; .* robust deviations above them \(q = /);
  assert.match(found!.explanation.HI, /^नामांकन: 1,20,000; .* सुदृढ़ विचलन ऊपर/);
});

test("usual places, silent ones and small counts are no outliers", () => {
  assert.deepEqual(outliersOf(usual(100).with(3, NAN)), []);
  assert.deepEqual(outliersOf(new Float64Array(PLACES).with(5, 3)), []);
});

test("far from its neighbours but not from its district is no outlier", () => {
  // Most of the district is as high: the neighbours of its last high place alone are not.
  const counts = usual(100).map((count, place) => (place < 14 ? 40 * count : count));
  const places = outliersOf(counts).map(({ place }) => place);
  assert.ok(againstNeighbours(counts, neighbours).z[13]! > 3.5);
  assert.ok(!places.includes(13), `${places}`);
});

test("ghost populations: demographic above and biometric below, both needed", () => {
  const demographic = usual(100).with(10, 900).with(11, 900);
  const biometric = usual(400).with(10, 2).with(12, 2);
  const found = ghostPopulations(
    demographic,
    biometric,
    againstNeighbours(demographic, neighbours),
    againstNeighbours(biometric, neighbours),
  );
  assert.deepEqual([found[0]!.place, found[0]!.observed], [10, 900]);
  assert.ok(found.every(({ place }) => place !== 11 && place !== 12));
  assert.match(found[0]!.explanation.EN, /900 demographic updates .* and 2 biometric updates/);
  assert.match(found[0]!.explanation.HI, /बायोमेट्रिक अद्यतन: 2/);
});

test("mass movements: above the threshold, the largest day first", () => {
  const found = massMovements(Float64Array.of(500, 501, NAN, 1500), Float64Array.of(1, 20, NAN, 30));
  assert.deepEqual(
    found.map(({ place, observed, expected, upper, score }) => [place, observed, expected, upper, score]),
    [
      [3, 1500, 30, 500, 3],
      [1, 501, 20, 500, 1.002],
    ],
  );
  assert.equal(massMovements(Float64Array.of(90), Float64Array.of(1), { massMovementUpdates: 80 }).length, 1);
});

test("flags are 0 and 1 at named thresholds; NaN raises none", () => {
  assert.deepEqual([...influxFlags(Float64Array.of(2.5, 2.6, NAN))], [0, 1, 0]);
  assert.deepEqual([...massMovementFlags(Float64Array.of(500, 501, NAN))], [0, 1, 0]);
  const ghosts = ghostPopulationFlags(
    Float64Array.of(1.6, 1.6, 1.5, NAN),
    Float64Array.of(-1.6, NAN, -2, -2),
  );
  assert.deepEqual([...ghosts], [1, 0, 0, 0]);
  assert.deepEqual([...influxFlags(Float64Array.of(2), { influxZ: 1 })], [1]);
});
