import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BATCH, COVERED, REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { Fault } from "../../data/fault.ts";
import { daily, noise } from "./fixture.ts";
import { SURVEILLANCE } from "./parameters.ts";
import { type SeriesOfDays, surveil } from "./surveil.ts";
import { createSurveillance, type Surveillance } from "./surveillance.ts";

const watched: fc.Arbitrary<SeriesOfDays> = fc
  .record({
    days: fc.array(
      fc.tuple(fc.nat(60), fc.constantFrom(REPORTED, REPORTED, REPORTED, SILENT, COVERED, BATCH)),
      {
        minLength: 1,
        maxLength: 120,
      },
    ),
    scale: fc.constantFrom(0.1, 1, 50),
    firstWeekday: fc.nat(6),
  })
  .map(({ days, scale, firstWeekday }) => ({
    counts: days.map(([count]) => Math.round(count * scale)),
    kinds: Uint8Array.from(days, ([, kind]) => kind),
    firstWeekday,
  }));

const columns = (said: Surveillance) => Object.values(said) as (Float64Array | Int8Array)[];

test("what is said of a day hangs on no later one", () => {
  fc.assert(
    fc.property(watched, fc.nat(119), (series, cut) => {
      const upTo = Math.min(cut, series.kinds.length);
      const { counts, kinds, firstWeekday } = series;
      const part = {
        counts: [...Array.from(counts).slice(0, upTo)],
        kinds: kinds.slice(0, upTo),
        firstWeekday,
      };
      const [whole, begun] = [surveil(series), surveil(part)];
      for (const [at, column] of columns(begun).entries())
        assert.deepEqual(column, columns(whole)[at]!.slice(0, upTo));
    }),
  );
});

test("chances are chances, bounds hold the expectation, and only report days are judged", () => {
  fc.assert(
    fc.property(watched, (series) => {
      const said = surveil(series);
      for (let day = 0; day < series.kinds.length; day++) {
        for (const p of [said.pUpper, said.pLower, said.pSilence])
          assert.ok(Number.isNaN(p[day]!) || (p[day]! > 0 && p[day]! <= 1));
        if (series.kinds[day] !== REPORTED)
          assert.ok(Number.isNaN(said.pUpper[day]!) && Number.isNaN(said.score[day]!));
        if (series.kinds[day] !== SILENT) assert.ok(Number.isNaN(said.pSilence[day]!));
        if (Number.isNaN(said.expected[day]!)) continue;
        assert.ok(said.lower[day]! <= said.expected[day]! && said.expected[day]! <= said.upper[day]! + 1);
        assert.ok(Number.isFinite(said.score[day]!) && said.cusumUp[day]! >= 0 && said.cusumDown[day]! >= 0);
      }
    }),
  );
});

test("the same again, and into what was used before", () => {
  const series = daily(noise(200, 12, 2));
  const used = createSurveillance(200);
  surveil(daily(noise(200, 900, 5, 2)), SURVEILLANCE, used);
  assert.deepEqual(surveil(series, SURVEILLANCE, used), surveil(series));
});

test("expectations scale with the counts", () => {
  const counts = noise(150, 80);
  const [one, ten] = [surveil(daily(counts)), surveil(daily(counts.map((count) => 10 * count)))];
  assert.ok(Math.abs(ten.expected[149]! / one.expected[149]! / 10 - 1) < 0.05);
});

test("quiet series keep within their bounds, as often as is said", () => {
  let [outside, judged] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const counts = noise(300, [3, 20, 150][seed % 3]!, [1, 2, 4][seed % 2]!, seed);
    const said = surveil(daily(counts));
    for (let day = 60; day < 300; day++) {
      judged++;
      if (counts[day]! > said.upper[day]! || counts[day]! < said.lower[day]!) outside++;
    }
  }
  assert.ok(outside / judged < 2.5 * SURVEILLANCE.tail, `${outside} of ${judged}`);
});

test("finds a spike, a drop, a lasting rise and a silence, and calls them by name", () => {
  const counts = noise(200, 40, 2);
  const spiked = surveil(daily(counts.with(150, 110)));
  assert.ok(
    spiked.pUpper[150]! < 1e-5 && spiked.score[150]! > 5 && spiked.cusumUp[150]! < SURVEILLANCE.shiftLimit,
  );
  assert.ok(spiked.expected[151]! < 1.1 * spiked.expected[150]!);
  const dropped = surveil(daily(counts.with(150, 3)));
  assert.ok(dropped.pLower[150]! < 1e-4 && dropped.scoreDown[150]! > 2 && dropped.score[150]! < 0);
  const risen = surveil(daily([...counts, ...noise(60, 80, 2, 9)]));
  assert.ok(risen.cusumUp.subarray(200, 210).some((sum) => sum >= SURVEILLANCE.shiftLimit));
  assert.ok(risen.newLevel.subarray(200, 230).includes(1));
  assert.ok(Math.abs(risen.expected[259]! / 80 - 1) < 0.2);
  const kinds = Uint8Array.from(counts, (_, day) => (day < 190 ? REPORTED : SILENT));
  const silent = surveil({ counts, kinds, firstWeekday: 2 });
  assert.ok(silent.pSilence[195]! < 1e-4);
  assert.ok(silent.pUpper.subarray(190).every(Number.isNaN));
});

test("a batch is no spike, a silent day no drop, and neither changes what is said of report days", () => {
  const counts = noise(90, 30);
  const plain = surveil(daily(counts));
  const week = [3000, 0, 0, 0, 0, 0, 0];
  const kindsOfWeek = [BATCH, COVERED, COVERED, COVERED, SILENT, SILENT, SILENT];
  const mixed = surveil({
    counts: [...week, ...counts],
    kinds: Uint8Array.from([...kindsOfWeek, ...new Array(90).fill(REPORTED)]),
    firstWeekday: 0,
  });
  assert.deepEqual(mixed.pUpper.slice(7), plain.pUpper);
  assert.deepEqual(mixed.score.slice(7), plain.score);
  assert.ok(mixed.pSilence.subarray(0, 4).every(Number.isNaN));
});

test("few days make wide bounds", () => {
  const said = surveil(daily(noise(120, 30)));
  assert.ok(Number.isNaN(said.expected[SURVEILLANCE.minimumDays - 1]!));
  const width = (day: number) => said.upper[day]! - said.lower[day]!;
  assert.ok(width(8) > 1.3 * width(110));
});

test("where nobody reports, a silence is not heard", () => {
  const counts = noise(100, 5);
  const kinds = Uint8Array.from(counts, (_, day) => (day < 80 ? REPORTED : SILENT));
  const open = Uint8Array.from(counts, (_, day) => (day < 80 ? 1 : 0));
  assert.ok(surveil({ counts, kinds, firstWeekday: 0, open }).pSilence.every(Number.isNaN));
});

test("says what is wrong with a series", () => {
  const unexposed = { ...daily([1, 2]), exposure: Float64Array.of(1, 0) };
  const short = { counts: [1, 2], kinds: Uint8Array.of(REPORTED), firstWeekday: 0 };
  for (const wrong of [
    short,
    daily([1, Number.NaN]),
    daily([1, -2]),
    daily([1], 7),
    daily([1], 0.5),
    unexposed,
  ]) {
    assert.throws(() => surveil(wrong), Fault);
  }
});
