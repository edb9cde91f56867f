import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { watchedStore } from "../engines/nation/fixture.ts";
import { forecastNation } from "../engines/outlook/nation.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { answer, ask, tinyGazetteer } from "./fixture.ts";

describe("forecasts in the graph", () => {
  const store = watchedStore(tinyGazetteer(), "502110");
  let engines: Engines;
  before(async () => {
    const outlook = await forecastNation(store);
    engines = { ...NO_ENGINES, outlook: () => outlook };
  });

  const POINTS = "points { date mean lower80 upper80 lower95 upper95 }";

  test("a place's days to come have bounds, an accuracy and notes in both languages", async () => {
    const { forecast } = await answer(
      store,
      `{ forecast(place: "502110", metric: DEMOGRAPHIC_UPDATE) { place { code } metric bucket method ${POINTS}
        accuracy { mase seasonalNaiveMase coverage80 coverage95 origins } notes hindi: notes(language: HI) } }`,
      {},
      engines,
    );
    assert.deepEqual(
      [forecast.place.code, forecast.metric, forecast.bucket],
      ["502110", "DEMOGRAPHIC_UPDATE", "DAY"],
    );
    assert.equal(forecast.points.length, 28);
    assert.ok(forecast.points[0].date > store.dataset.to);
    for (const { mean, lower80, upper80, lower95, upper95 } of forecast.points) {
      assert.ok(mean > 30 && mean < 55, String(mean));
      assert.ok(lower95 <= lower80 && lower80 <= mean && mean <= upper80 && upper80 <= upper95);
    }
    assert.ok(forecast.accuracy.origins >= 4 && forecast.accuracy.mase < forecast.accuracy.seasonalNaiveMase);
    assert.equal(forecast.hindi.length, forecast.notes.length);
    assert.match(forecast.hindi.join(" "), /रिपोर्ट/);
  });

  test("months are asked for as a bucket; a place that never reported has zeros and a note", async () => {
    const { months, silent } = await answer(
      store,
      `{ months: forecast(place: "IN", metric: ACTIVITY, bucket: MONTH, horizonDays: 90) { bucket ${POINTS} }
        silent: forecast(place: "IN-LA", metric: ENROLMENT) { points { mean } notes } }`,
      {},
      engines,
    );
    assert.equal(months.bucket, "MONTH");
    assert.ok(months.points.every(({ date }: { date: string }) => date.endsWith("-01")));
    assert.ok(silent.notes.some((note: string) => /too short|no such reports/.test(note)));
  });

  const wrong: [what: string, args: string, code: string, message: RegExp][] = [
    ["no day", 'place: "IN", metric: ENROLMENT, horizonDays: 0', "BAD_USER_INPUT", /from 1 to 180/],
    [
      "too many days",
      'place: "IN", metric: ENROLMENT, horizonDays: 181',
      "BAD_USER_INPUT",
      /horizonDays is 181/,
    ],
    ["weeks", 'place: "IN", metric: ENROLMENT, bucket: WEEK', "BAD_USER_INPUT", /of DAY or MONTH/],
    ["an unknown place", 'place: "IN-XX", metric: ENROLMENT', "NOT_FOUND", /no place has the code/],
  ];
  for (const [what, args, code, message] of wrong) {
    test(`refuses ${what}`, async () => {
      const { data, errors } = await ask(
        store,
        `{ forecast(${args}) { method } dataset { rows } }`,
        {},
        engines,
      );
      assert.equal(errors![0]!.extensions.code, code);
      assert.match(errors![0]!.message, message);
      assert.ok((data!.dataset as { rows: number }).rows > 0);
    });
  }

  test("before the engines have run it is null with a code", async () => {
    const { data, errors } = await ask(store, '{ forecast(place: "IN", metric: ENROLMENT) { method } }');
    assert.deepEqual([data!.forecast, errors![0]!.extensions.code], [null, "ENGINE_NOT_READY"]);
  });
});
