import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActivityStore } from "../data/activity/store.ts";
import { createContext } from "./context.ts";
import { answer, tinyStore } from "./fixture.ts";

/** The store, and the size of each call to it. */
function counted(): { store: ActivityStore; calls: string[] } {
  const store = tinyStore();
  const calls: string[] = [];
  return {
    calls,
    store: {
      ...store,
      values: (query, signal) => {
        calls.push(`values of ${query.places.length}`);
        return store.values(query, signal);
      },
      series: (query, signal) => {
        calls.push(`series of ${query.places.length}`);
        return store.series(query, signal);
      },
    },
  };
}

test("a query over three levels makes one store call, of each place once", async () => {
  const { store, calls } = counted();
  await answer(
    store,
    `{ places(level: STATE) { nodes { value(metric: ACTIVITY) ... on State {
        districts { value(metric: ACTIVITY) pincodes { value(metric: ACTIVITY) } } } } } }`,
  );
  assert.deepEqual(calls, ["values of 12"]);
});

test("each metric and range is a call of its own; the same one asked twice is not", async () => {
  const { store, calls } = counted();
  await answer(
    store,
    `{ places(level: PINCODE) { nodes { a: value(metric: ENROLMENT) b: value(metric: ENROLMENT)
        c: value(metric: ACTIVITY) d: value(metric: ENROLMENT, from: "2025-12-01") } } }`,
  );
  assert.deepEqual(calls, ["values of 6", "values of 6", "values of 6"]);
});

test("series are gathered by metric, bucket and range", async () => {
  const { store, calls } = counted();
  await answer(
    store,
    `{ places(level: DISTRICT) { nodes { a: series(metric: ENROLMENT) { value }
        b: series(metric: ENROLMENT, bucket: MONTH) { value } } } }`,
  );
  assert.deepEqual(calls, ["series of 3", "series of 3"]);
});

test("the request's signal reaches the store", async () => {
  const reason = new Error("client gone");
  const { values } = createContext(tinyStore(), { signal: AbortSignal.abort(reason) });
  const place = tinyStore().gazetteer.country;
  await assert.rejects(values("ACTIVITY", { from: 0, to: 1 }).load(place), reason);
});
