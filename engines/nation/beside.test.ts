import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay } from "../../data/activity/day.ts";
import {
  columnsOfRows,
  FIXTURE_ABOUT,
  type FixtureRow,
  fixtureGazetteer,
} from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import type { Gazetteer, Pincode } from "../../data/places/place.ts";
import { nearestOfAll } from "../spatial/neighbour-matrix.ts";
import { demographicDays, findBeside } from "./beside.ts";
import { explain } from "./explain.ts";

const FROM = 20_332;
const DAYS = 40;
const PLACES = 12;

/** One district of a dozen pincodes a kilometre apart. */
function row(): Gazetteer {
  const base = fixtureGazetteer();
  const pincodes = Array.from({ length: PLACES }, (_, index): Pincode => {
    const code = String(100_001 + index);
    const name = { EN: code, HI: code };
    return { level: "PINCODE", index, code, name, latitude: 17 + index / 100, longitude: 78, district: 0 };
  });
  const find = (code: string) => pincodes.find((one) => one.code === code) ?? base.find(code);
  return { ...base, pincodes, find };
}

const gazetteer = row();
/** Twenty demographic and ten biometric updates a day, but for what `counts` gives. */
function storeOf(counts: (place: number, day: number) => readonly [demographic: number, biometric: number]) {
  const rows = gazetteer.pincodes.flatMap(({ code, index }) =>
    Array.from({ length: DAYS }, (_, day): FixtureRow => {
      const [demographic, biometric] = counts(index, day);
      return {
        pincode: code,
        district: "IN-AA/one",
        date: FROM + day,
        reports: 6,
        counts: [0, 0, 0, 0, demographic, 0, biometric],
      };
    }),
  );
  return memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
}
const found = async (store: ReturnType<typeof storeOf>) =>
  findBeside(store, await demographicDays(store), nearestOfAll(gazetteer));
const varied = (place: number) => 18 + (place % 5);

test("a pincode far above its neighbours and its district is an outlier of the whole dataset", async () => {
  const findings = await found(storeOf((place) => [place === 6 ? 300 : varied(place), 10 + (place % 3)]));
  const [outlier] = findings.filter(({ kind }) => kind === "SPATIAL_OUTLIER");
  assert.deepEqual([outlier!.place, outlier!.metric], [6, "DEMOGRAPHIC_UPDATE"]);
  assert.deepEqual([outlier!.from, outlier!.to], [0, DAYS - 1]);
  assert.ok(outlier!.observed > outlier!.upper && outlier!.q! <= 0.05);
  const text = explain(outlier!, FROM, "Here", "EN");
  assert.match(text, /^Here, 2025-09-01 – 2025-10-10: .*demographic updates/);
  assert.match(explain(outlier!, FROM, "यहाँ", "HI"), /^यहाँ, .*जनसांख्यिकीय अद्यतन/);
});

test("many demographic and few biometric updates over four weeks are a ghost population of those weeks", async () => {
  const findings = await found(
    storeOf((place, day) => (place === 4 && day >= 12 ? [200, 1] : [varied(place), 10 + (place % 3)])),
  );
  const ghosts = findings.filter(({ kind }) => kind === "GHOST_POPULATION");
  assert.deepEqual(
    ghosts.map(({ place, from, to }) => [place, formatDay(FROM + from), formatDay(FROM + to)]),
    [[4, "2025-09-13", "2025-10-10"]],
  );
});

test("more than 500 demographic updates on a day are a mass movement of that day; a batch is none", async () => {
  const store = storeOf((place, day) => [place === 2 && day === 20 ? 900 : varied(place), 10]);
  const moves = (await found(store)).filter(({ kind }) => kind === "MASS_MOVEMENT");
  assert.deepEqual(
    moves.map(({ place, from, to, observed, p, q }) => [place, from, to, observed, p, q]),
    [[2, 20, 20, 900, null, null]],
  );
});
