import assert from "node:assert/strict";
import { test } from "node:test";
import { SingleFlight } from "./single-flight.ts";

const never = new AbortController().signal;

test("many who ask at once share one making, and the next makes anew", async () => {
  const flights = new SingleFlight<number>();
  let made = 0;
  const ask = () => flights.run("k", never, async () => ++made);
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 100 }, ask))), new Set([1]));
  assert.equal(flights.size, 0);
  assert.equal(await ask(), 2);
});

test("keys do not share, failures do and are not kept", async () => {
  const flights = new SingleFlight<string>();
  const fail = () => flights.run("bad", never, () => Promise.reject(new Error("no")));
  const results = await Promise.allSettled([fail(), fail(), flights.run("good", never, async () => "yes")]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ["rejected", "rejected", "fulfilled"],
  );
  assert.equal(await flights.run("bad", never, async () => "again"), "again");
});

test("who leaves is let go at once; the making stops when the last has left", async () => {
  const flights = new SingleFlight<string>();
  const [a, b] = [new AbortController(), new AbortController()];
  const signals: AbortSignal[] = [];
  const make = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>(() => {});
  };
  const [first, second] = [flights.run("k", a.signal, make), flights.run("k", b.signal, make)];
  a.abort(new Error("a left"));
  await assert.rejects(first, /a left/);
  assert.equal(signals[0]!.aborted, false);
  b.abort(new Error("b left"));
  await assert.rejects(second, /b left/);
  assert.equal(signals[0]!.aborted, true);
  assert.equal(flights.size, 0);
  assert.equal(await flights.run("k", never, async () => "new"), "new");
  assert.equal(signals.length, 1);
});

test("who has left already asks for nothing", async () => {
  const flights = new SingleFlight<string>();
  let made = 0;
  await assert.rejects(
    flights.run("k", AbortSignal.abort(new Error("gone")), async () => `${++made}`),
    /gone/,
  );
  assert.equal(made, 0);
});
