import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();

async function codes(args: string): Promise<string[]> {
  const data = await answer(store, `{ places(${args}) { nodes { code } } }`);
  return data.places.nodes.map((node: { code: string }) => node.code);
}

async function refusal(args: string): Promise<{ message: string; code: unknown; nearest: unknown }> {
  const { errors } = await ask(store, `{ places(${args}) { totalCount } }`);
  const { message, originalError } = errors![0]!;
  const fault = originalError as unknown as { code: unknown; details: { nearest?: unknown } };
  return { message, code: fault.code, nearest: fault.details.nearest };
}

test("all places of a level, by code", async () => {
  assert.deepEqual(await codes("level: STATE"), ["IN-LA", "IN-TG", "IN-TN"]);
  assert.deepEqual(await codes(`level: DISTRICT, within: "IN-TG"`), ["IN-TG/hyderabad", "IN-TG/medak"]);
  assert.deepEqual(await codes(`level: PINCODE, within: "IN-TN/chennai"`), ["600001", "600999"]);
  assert.deepEqual(await codes(`level: STATE, within: null, first: null`), ["IN-LA", "IN-TG", "IN-TN"]);
});

test("a name filter looks at English, Hindi and code, without regard to case", async () => {
  assert.deepEqual(await codes(`level: DISTRICT, where: { name: "HYDERa" }`), ["IN-TG/hyderabad"]);
  assert.deepEqual(await codes(`level: DISTRICT, where: { name: "चेन्नई" }`), ["IN-TN/chennai"]);
  assert.deepEqual(await codes(`level: PINCODE, where: { name: "5021" }`), ["502110"]);
  assert.deepEqual(await codes(`level: STATE, where: { name: " " }`), ["IN-LA", "IN-TG", "IN-TN"]);
  assert.deepEqual(await codes(`level: STATE, where: { name: "Raja" }`), []);
});

test("by metric either way: absent last, ties by code", async () => {
  const byAge = (direction: string) =>
    codes(`level: DISTRICT, orderBy: { metric: ENROLMENT_AGE_0_5${direction} }`);
  assert.deepEqual(await byAge(""), ["IN-TG/hyderabad", "IN-TN/chennai", "IN-TG/medak"]);
  assert.deepEqual(await byAge(", direction: ASC"), ["IN-TG/medak", "IN-TG/hyderabad", "IN-TN/chennai"]);
  assert.deepEqual(await codes("level: STATE, orderBy: { metric: ENROLMENT, direction: ASC }"), [
    "IN-TN",
    "IN-TG",
    "IN-LA",
  ]);
});

test("by name either way", async () => {
  assert.deepEqual(await codes("level: STATE, orderBy: { name: true, direction: ASC }"), [
    "IN-LA",
    "IN-TN",
    "IN-TG",
  ]);
  assert.deepEqual(await codes("level: STATE, orderBy: { name: true }"), ["IN-TG", "IN-TN", "IN-LA"]);
});

test("pages join without gap or repetition, in every order", async () => {
  for (const order of ["", "orderBy: { metric: ACTIVITY }", "orderBy: { name: true, direction: ASC }"]) {
    const whole = await codes(`level: PINCODE, ${order}`);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { places } = await answer(
        store,
        `query ($after: String) { places(level: PINCODE, first: 4, after: $after, ${order}) {
           totalCount nodes { code } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      assert.equal(places.totalCount, 6);
      paged.push(...places.nodes.map((node: { code: string }) => node.code));
      after = places.pageInfo.endCursor;
      more = places.pageInfo.hasNextPage;
    }
    assert.deepEqual(paged, whole);
  }
});

test("an empty page has no cursor", async () => {
  const data = await answer(
    store,
    `{ places(level: STATE, where: { name: "Raja" }) { totalCount pageInfo { hasNextPage endCursor } } }`,
  );
  assert.deepEqual(data.places, { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
});

test("mistakes are refused with what would be right", async () => {
  for (const first of [0, -1, 1001]) {
    const { message, code } = await refusal(`level: STATE, first: ${first}`);
    assert.equal(code, "BAD_USER_INPUT");
    assert.match(message, new RegExp(`first is ${first}: it must be from 1 to 1000`));
  }
  assert.equal((await refusal(`level: STATE, after: "nonsense"`)).code, "BAD_USER_INPUT");
  assert.match(
    (await refusal("level: STATE, orderBy: { metric: ACTIVITY, name: true }")).message,
    /one of them/,
  );
  const unknown = await refusal(`level: PINCODE, within: "IN-TG/hydrabad"`);
  assert.equal(unknown.code, "NOT_FOUND");
  assert.match(unknown.message, /within: no place has the code "IN-TG\/hydrabad"/);
  assert.ok(Array.isArray(unknown.nearest));
});
