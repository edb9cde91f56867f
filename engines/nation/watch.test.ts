import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay } from "../../data/activity/day.ts";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { Catalogue } from "./catalogue.ts";
import { SPIKE_DAY, watchedStore } from "./fixture.ts";
import { watchNation } from "./watch.ts";

const gazetteer = fixtureGazetteer();
const store = watchedStore(gazetteer, "100002");

test("a spike is found at its place and day; a batch and silent days are not", async () => {
  const steps: [number, number][] = [];
  const watched = await watchNation(store, (done, total) => steps.push([done, total]));
  const spikes = watched.findings.filter(({ kind, level }) => kind === "SPIKE" && level === "PINCODE");
  assert.deepEqual(
    spikes.map(({ place, metric, peak }) => [place, metric, formatDay(watched.first + peak)]),
    [[1, "DEMOGRAPHIC_UPDATE", "2025-11-10"]],
  );
  const [spike] = spikes;
  assert.equal(spike!.observed, 400);
  assert.ok(spike!.expected > 30 && spike!.expected < 50);
  assert.ok(spike!.upper < 100 && spike!.p! < 1e-6 && spike!.q! < 0.01);
  assert.ok(watched.findings.every(({ from }) => watched.first + from > SPIKE_DAY - 60));
  assert.ok(watched.findings.every(({ kind }) => kind !== "SILENCE"));
  assert.deepEqual(steps.at(-1), [30, 30]);
});

test("the same data give the same findings", async () => {
  assert.deepEqual(await watchNation(store), await watchNation(store));
});

test("the catalogue has them newest first, and by place", async () => {
  const catalogue = new Catalogue(await watchNation(store), gazetteer);
  const ends = catalogue.findings.map(({ to }) => to);
  assert.deepEqual(
    ends,
    ends.toSorted((a, b) => b - a),
  );
  const place = gazetteer.find("100002")!;
  assert.ok(catalogue.of(place).some(({ kind }) => kind === "SPIKE"));
  for (const { code } of [place, ...gazetteer.states])
    assert.deepEqual(
      catalogue.of(gazetteer.find(code)!),
      catalogue.findings.filter(({ at }) => at.code === code),
    );
});
