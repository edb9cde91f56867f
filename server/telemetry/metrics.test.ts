import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyStore } from "../../schema/fixture.ts";
import { startTestService } from "../fixture.ts";

test("counts requests, cache and dataset under few labels, whatever callers send", async (context) => {
  const service = await startTestService(context);
  const query = "query Mine { dataset { rows } }";
  for (let time = 0; time < 3; time++) await service.get({ query, operationName: "Mine" });
  await service.post({ query });
  await service.send("/unknown/path");
  const reply = await service.send("/metrics");
  assert.match(reply.headers["content-type"]!, /^text\/plain/);
  const lines = reply.body.toString().split("\n");
  const value = (name: string) =>
    Number(
      lines
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1),
    );
  assert.equal(value('http_requests_total{route="graphql",status="200"}'), 4);
  assert.equal(value('http_requests_total{route="other",status="404"}'), 1);
  assert.equal(value('http_request_duration_seconds_count{route="graphql"}'), 4);
  assert.equal(value('graph_requests_total{operation="adhoc",cache="HIT"}'), 2);
  assert.equal(value('graph_requests_total{operation="adhoc",cache="MISS"}'), 1);
  assert.equal(value('graph_requests_total{operation="adhoc",cache="BYPASS"}'), 1);
  assert.equal(value("edge_cache_entries"), 1);
  assert.ok(value("edge_cache_bytes") > 0);
  assert.equal(value("edge_cache_evictions_total"), 0);
  const { version, rows } = tinyStore().dataset;
  assert.equal(value(`dataset_info{version="${version}",source="${tinyStore().dataset.source}"}`), 1);
  assert.equal(value("dataset_rows"), rows);
  assert.ok(lines.some((line) => line.startsWith("nodejs_eventloop_lag_p99_seconds ")));
  assert.ok(lines.some((line) => line.startsWith("process_resident_memory_bytes ")));
  assert.ok(!reply.body.toString().includes("Mine") && !reply.body.toString().includes("unknown"));
});
