import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();

async function found(args: string): Promise<string[]> {
  const data = await answer(store, `{ search(${args}) { place { code } score matched } }`);
  for (const { score, matched } of data.search) {
    assert.ok(score > 0 && score <= 1);
    assert.ok(matched.length > 0);
  }
  return data.search.map((match: { place: { code: string } }) => match.place.code);
}

test("finds by English name, Hindi name and pincode prefix", async () => {
  assert.equal((await found(`text: "Telangana"`))[0], "IN-TG");
  assert.equal((await found(`text: "चेन्नई"`))[0], "IN-TN/chennai");
  assert.deepEqual(new Set(await found(`text: "5000"`)), new Set(["500001", "500003"]));
});

test("levels and first narrow what is found", async () => {
  assert.deepEqual(await found(`text: "Hyderabad", levels: [PINCODE]`), ["500001"]);
  assert.equal((await found(`text: "Hyderabad", first: 1`)).length, 1);
  assert.deepEqual(await found(`text: "Hyderabad", levels: []`), []);
});

test("nothing is found where nothing is like it", async () => {
  assert.deepEqual(await found(`text: "zzzzqqqq"`), []);
  assert.deepEqual(await found(`text: "  "`), []);
});

test("too long a text and too large a page are refused", async () => {
  const long = await ask(store, `{ search(text: "${"x".repeat(101)}") { score } }`);
  assert.match(long.errors![0]!.message, /101 characters: at most 100/);
  const many = await ask(store, `{ search(text: "x", first: 5000) { score } }`);
  assert.match(many.errors![0]!.message, /from 1 to 1000/);
});
