import assert from "node:assert/strict";
import { test } from "node:test";
import { isFutureVerb, isVerbal } from "./verbs.ts";

test("verbs are told by their endings", () => {
  for (const word of ["आएंगे", "बनेगा", "aayenge", "karega"]) assert.equal(isFutureVerb(word), true, word);
  for (const word of ["clocked", "updating", "steadily", "करवाते"]) assert.equal(isVerbal(word), true, word);
  for (const word of ["camels", "atlantis", "red", "मास्टर"]) assert.equal(isVerbal(word), false, word);
});
