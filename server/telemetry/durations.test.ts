import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { BOUNDS, Durations } from "./durations.ts";

test("prints what prom-client's own histogram prints of the same durations", async () => {
  const duration = fc.oneof(fc.constantFrom(...BOUNDS), fc.double({ min: 0, max: 20, noNaN: true }));
  const observations = fc.array(fc.tuple(fc.constantFrom("graphql", "page"), duration));
  await fc.assert(
    fc.asyncProperty(observations, async (noted) => {
      const [ours, theirs] = [new Registry(), new Registry()];
      const durations = new Durations(ours);
      const histogram = new Histogram({
        name: "http_request_duration_seconds",
        help: "Time from meeting a request to handing over its answer, by class of address.",
        labelNames: ["route"],
        buckets: [...BOUNDS],
        registers: [theirs],
      });
      for (const [route, seconds] of noted) {
        durations.observer(route)(seconds);
        histogram.labels({ route }).observe(seconds);
      }
      assert.equal(await ours.metrics(), await theirs.metrics());
    }),
  );
});
