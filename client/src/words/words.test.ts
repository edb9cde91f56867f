import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "./en.ts";
import { hi } from "./hi.ts";

/** Every text of a dictionary, functions called with their own names for arguments. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = `${path}${key}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function")
      return [[at, value(...Array.from({ length: value.length }, (_, i) => `#${i}`))]];
    return texts(value, `${at}.`);
  });
}

test("both languages say the same things, and none says nothing", () => {
  assert.deepEqual(
    texts(hi).map(([key]) => key),
    texts(en).map(([key]) => key),
  );
  assert.deepEqual(
    [...texts(en), ...texts(hi)].filter(([, text]) => text.trim() === ""),
    [],
  );
});

test("each Hindi text is in Devanagari, and tells the same values", () => {
  const slots = (text: string) => (text.match(/#\d/g) ?? []).toSorted();
  const english = new Map(texts(en));
  for (const [key, text] of texts(hi)) {
    if (key !== "otherLanguage") assert.match(text, /\p{Script_Extensions=Devanagari}/u, key);
    assert.deepEqual(slots(text), slots(english.get(key)!), key);
  }
});
