import assert from "node:assert/strict";
import { test } from "node:test";
import { withDeadline } from "./deadline.ts";

const never = new AbortController().signal;

test("work that is done in time is given, its mistakes too", async () => {
  assert.equal(await withDeadline(10_000, never, async () => 5), 5);
  await assert.rejects(
    withDeadline(10_000, never, () => Promise.reject(new Error("no"))),
    /^Error: no$/,
  );
});

test("work out of time is told to stop and not waited for", async () => {
  let told: AbortSignal | undefined;
  const late = withDeadline(5, never, (signal) => {
    told = signal;
    return new Promise(() => {});
  });
  await assert.rejects(late, { name: "Fault", code: "TIMEOUT" });
  assert.equal(told!.reason.name, "TimeoutError");
});

test("the outer signal stops the work with its own reason", async () => {
  const outer = new AbortController();
  let told: AbortSignal | undefined;
  const work = withDeadline(10_000, outer.signal, (signal) => {
    told = signal;
    return new Promise(() => {});
  });
  outer.abort(new Error("gone"));
  await assert.rejects(work, /gone/);
  assert.equal(told!.reason, outer.signal.reason);
  await assert.rejects(
    withDeadline(10_000, outer.signal, async () => 1),
    /gone/,
  );
});
