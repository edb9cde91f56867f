import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyStore } from "../../schema/fixture.ts";
import { json, startTestService } from "../fixture.ts";

test("health is 200 at once, ready only with data", async (context) => {
  const service = await startTestService(context, { store: null });
  for (const method of ["GET", "HEAD"]) {
    assert.equal((await service.send("/health", { method })).status, 200);
    assert.equal((await service.send("/ready", { method })).status, 503);
  }
  service.dataset.swap(tinyStore());
  const ready = await service.send("/ready");
  assert.deepEqual(
    [ready.status, json(ready)],
    [
      200,
      { status: "ready", version: tinyStore().dataset.version, engines: { nation: "idle", pool: "ready" } },
    ],
  );
  assert.equal(ready.headers["cache-control"], "no-store");
  const head = await service.send("/ready", { method: "HEAD" });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
});

test("other methods are 405", async (context) => {
  const service = await startTestService(context);
  for (const path of ["/health", "/ready", "/metrics", "/graphiql", "/"]) {
    const reply = await service.send(path, { method: "POST" });
    assert.deepEqual([reply.status, reply.headers.allow], [405, "GET, HEAD"], path);
  }
});
