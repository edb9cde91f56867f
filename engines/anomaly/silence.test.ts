import assert from "node:assert/strict";
import { test } from "node:test";
import { createRhythm, hearBatch, hearReport, hearSilence } from "./silence.ts";

/** A place that reports on the days marked +, is silent on the others, and what is said of each. */
function listen(days: string) {
  const rhythm = createRhythm();
  return [...days].map((day, at) => {
    if (day === "+") return hearReport(rhythm, at % 7);
    if (day === "b") return hearBatch(rhythm);
    return hearSilence(rhythm, at % 7);
  });
}

test("a daily place that stops is strange soon, a rare one late", () => {
  const daily = listen(`${"+".repeat(60)}....`);
  assert.ok((daily[61] as number) < 0.001);
  const rare = listen(`${"+......".repeat(20)}${".".repeat(20)}`);
  assert.ok((rare[146] as number) > 0.01 && (rare[159] as number) < (rare[146] as number));
});

test("closed weekdays and silences no longer than one before are not strange", () => {
  for (const chance of listen("+++++..".repeat(20))) assert.ok(chance === undefined || chance > 0.05);
  const days = `${"+".repeat(40)}.....${"+".repeat(40)}.....`;
  assert.deepEqual(listen(days).slice(-5), [1, 1, 1, 1, 1]);
});

test("chances fall as a silence lasts, stay above nothing, and are 1 while the rhythm is unknown", () => {
  assert.deepEqual(
    listen("...+++...").filter((chance) => chance !== undefined),
    [1, 1, 1, 1, 1, 1],
  );
  const chances = listen(`${"+".repeat(30)}${".".repeat(400)}`).slice(30) as number[];
  for (const [at, chance] of chances.entries())
    assert.ok(chance > 0 && (at === 0 || chance <= chances[at - 1]!));
});

test("a batch ends a silence", () => {
  const chances = listen(`${"+".repeat(40)}...b.`);
  assert.ok((chances[42] as number) < 1e-4 && (chances[44] as number) > (chances[42] as number));
});
