import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();

test("columns are aligned; absent is null, zero is 0, the unplaced are counted apart", async () => {
  const data = await answer(
    store,
    `{ map(level: PINCODE, metric: ENROLMENT) { codes longitude latitude value breaks unplaced unplacedValue } }`,
  );
  assert.deepEqual(data.map, {
    codes: ["500001", "500003", "502032", "502110", "600001"],
    longitude: [78.4776, 78.4983, 78.3, 78.2608, 80.2899],
    latitude: [17.3897, 17.4399, 17.5169, 18.0453, 13.0918],
    value: [15, 0, 9, null, 10],
    breaks: [10, 11],
    unplaced: 1,
    unplacedValue: 3,
  });
});

test("within a place and a range; activity where no metric is named", async () => {
  const data = await answer(
    store,
    `{ map(level: DISTRICT, within: "IN-TG", from: "2025-12-02", to: "2025-12-04") { codes value unplaced unplacedValue } }`,
  );
  assert.deepEqual(data.map, {
    codes: ["IN-TG/hyderabad", "IN-TG/medak"],
    value: [2, 12],
    unplaced: 0,
    unplacedValue: null,
  });
});

test("a level above the place has nothing to draw", async () => {
  const data = await answer(store, `{ map(level: STATE, within: "500001") { codes value breaks } }`);
  assert.deepEqual(data.map, { codes: [], value: [], breaks: [] });
});

test("an unknown place is refused", async () => {
  const { errors } = await ask(store, `{ map(level: STATE, within: "XX") { codes } }`);
  assert.match(errors![0]!.message, /within: no place has the code "XX"/);
});
