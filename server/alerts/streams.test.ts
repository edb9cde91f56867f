import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../data/open.ts";
import { codeOf, graphPath, json, startTestService, type TestService } from "../fixture.ts";
import { type Hook, listen, newDataDir, SPIKY, startHook, WEBHOOK_SECRET, writeWatched } from "./fixture.ts";

const NEWS =
  "subscription ($where: AlertFilter) { alerts(where: $where) { id kind severity place { code } from explanation } }";

describe("alerts as server-sent events", { timeout: 180_000 }, () => {
  let dir: string;
  let service: TestService;
  let first: string;
  let hook: Hook;

  const settled = async () => {
    while (json(await service.send("/ready")).engines.nation === "running") await wait(50);
  };
  const metric = async (name: string) =>
    Number(
      new RegExp(`^${name} (\\d+)$`, "m").exec((await service.send("/metrics")).body.toString())?.[1] ?? NaN,
    );
  const reload = async () => {
    const store = await service.reloader.reload("mutation");
    await settled();
    return store.dataset;
  };

  before(async () => {
    dir = await newDataDir();
    first = await writeWatched(dir, 0);
    hook = await startHook();
    service = await startTestService(null, {
      store: null,
      env: {
        ...{ DATA_DIR: dir, HEARTBEAT: "0.2", SUBSCRIBERS_MOST: "4" },
        ...{ WEBHOOKS: hook.url, WEBHOOK_HOSTS: new URL(hook.url).host, WEBHOOK_SECRET },
      },
    });
    await service.reloader.serve((await openStore(dir))!);
    await settled();
  });
  after(async () => {
    await service?.stop();
    hook?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test("before anything is news there are heartbeats, and an id to resume from", async () => {
    const listener = await listen(service.url, NEWS);
    assert.equal(listener.status, 200);
    assert.equal(listener.headers["content-type"], "text/event-stream; charset=utf-8");
    assert.equal(listener.headers["cache-control"], "no-store, no-transform");
    assert.equal(listener.headers["x-accel-buffering"], "no");
    while ((listener.text().match(/^:$/gm) ?? []).length < 4) await wait(20);
    assert.match(listener.text(), new RegExp(`^retry: 3000\\nid: 2025-11-09\\.${first}\\.0\\n\\n`));
    assert.equal(await metric("subscriptions_open"), 1);
    listener.leave();
    while ((await metric("subscriptions_open")) > 0) await wait(20);
  });

  test("what new data bring is told to who listens, and to who comes back", async () => {
    const all = await listen(service.url, NEWS);
    const [here, elsewhere] = await Promise.all(
      [SPIKY, "IN-KL"].map((place) =>
        listen(service.url, NEWS, { variables: { where: { places: [place] } } }),
      ),
    );
    const version = await writeWatched(dir, 3);
    const { to } = await reload();
    assert.equal(to, "2025-11-12");
    const told = (await all.event(0))!;
    const { alerts } = told.data.data;
    assert.deepEqual(
      [told.event, alerts.kind, alerts.from, alerts.severity],
      ["next", "SPIKE", "2025-11-10", "WARNING"],
    );
    assert.match(alerts.id, /^SPIKE~DEMOGRAPHIC_UPDATE~.*~2025-11-10$/);
    assert.match(alerts.explanation, /^Maharashtra reported \d+ demographic updates on 2025-11-10; its past/);
    assert.deepEqual(told.data.extensions.cost.limit, 100_000);
    assert.ok(told.id!.startsWith(`2025-11-12.${version}.`));
    assert.deepEqual((await here!.event(0))!.data.data.alerts.id, alerts.id);
    assert.ok(!elsewhere!.text().includes("data:"));
    const { id, body } = await hook.next();
    assert.match(id, /^msg_[\w-]{27}$/);
    const { type, data } = JSON.parse(body);
    assert.deepEqual([type, data.dataset.version, data.alerts[0].id], ["alerts.new", version, alerts.id]);
    assert.equal(data.alerts[0].explanation.EN, alerts.explanation);
    assert.match(data.alerts[0].explanation.HI, /महाराष्ट्र/);
    const listed = json(await service.get({ query: "{ alerts { nodes { id } } }" })).data.alerts.nodes;
    const count = listed.length;
    for (const listener of [all, here!, elsewhere!]) listener.leave();

    const resumed = async (id: string) => {
      const listener = await listen(service.url, NEWS, { headers: { "last-event-id": id } });
      const event = await Promise.race([listener.event(0), wait(400, null)]);
      listener.leave();
      return event?.data.data.alerts.id ?? null;
    };
    assert.equal(await resumed(`2025-11-09.${first}.0`), alerts.id, "a version that is remembered");
    assert.equal(
      await resumed("2025-11-09.0123456789abcdef.3"),
      alerts.id,
      "one that is not, by its last day",
    );
    assert.equal(await resumed("2025-11-12.0123456789abcdef.3"), null, "one of the same last day");
    assert.equal(await resumed(`2025-11-12.${version}.${count}`), null, "all told");
    assert.ok((await metric("subscription_events_total")) >= 4);
  });

  test("what may not begin is refused as JSON, and says what would be right", async () => {
    const refused = async (query: string, options: Parameters<typeof listen>[2] = {}) => {
      const listener = await listen(service.url, query, options);
      await listener.ended;
      return [listener.status, JSON.parse(listener.text()).errors[0].extensions.code];
    };
    assert.deepEqual(await refused("subscription { alerts { nothing } }"), [
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ]);
    assert.deepEqual(await refused("subscription {"), [400, "GRAPHQL_PARSE_FAILED"]);
    assert.deepEqual(await refused("subscription { alerts { id } dataset: alerts { id } }"), [
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ]);
    const where = (where: object) => ({ variables: { where } });
    assert.deepEqual(await refused(NEWS, where({ places: ["IN-XX"] })), [400, "NOT_FOUND"]);
    assert.deepEqual(await refused(NEWS, where({ from: "2026-01-02", to: "2026-01-01" })), [
      400,
      "BAD_USER_INPUT",
    ]);
    assert.deepEqual(await refused(NEWS, where({ severity: "DIRE" })), [400, "BAD_USER_INPUT"]);
    for (const id of ["7", "2025-13-01.a.1", "' OR 1=1", "x".repeat(5000)])
      assert.deepEqual(
        await refused(NEWS, { headers: { "last-event-id": id } }),
        [400, "BAD_USER_INPUT"],
        id,
      );
    const json = await service.get({ query: "subscription { alerts { id } }" });
    assert.deepEqual([json.status, codeOf(json)], [406, "BAD_USER_INPUT"]);
    assert.match(json.body.toString(), /text\/event-stream/);
  });

  test("queries are answered as events where nothing else is accepted", async () => {
    const listener = await listen(service.url, "{ dataset { source } }");
    assert.deepEqual((await listener.event(0))!.data.data, { dataset: { source: "OFFICIAL" } });
    assert.equal((await listener.event(1))!.event, "complete");
    await listener.ended;
    const accept = "application/json, text/event-stream";
    const both = await service.get({ query: "{ dataset { source } }" }, { accept });
    assert.match(both.headers["content-type"]!, /^application\/json/);
    assert.equal((await listen(service.url, "{ nothing }")).status, 400);
    const path = graphPath({ query: "subscription { alerts { id } }" });
    const head = await service.send(path, { method: "HEAD", headers: { accept: "text/event-stream" } });
    assert.equal(head.status, 406);
  });

  test("there is room for so many, and it is given back", async () => {
    const listeners = await Promise.all([1, 2, 3, 4].map(() => listen(service.url, NEWS)));
    const refused = await listen(service.url, NEWS);
    await refused.ended;
    assert.deepEqual([refused.status, refused.headers["retry-after"]], [503, "30"]);
    assert.equal(JSON.parse(refused.text()).errors[0].extensions.code, "BUSY");
    for (const listener of listeners) listener.leave();
    while ((await metric("subscriptions_open")) > 0) await wait(20);
    const next = await listen(service.url, NEWS);
    assert.equal(next.status, 200);
    next.leave();
  });

  test("a service that stops lets its listeners go at once", async () => {
    const listener = await listen(service.url, NEWS);
    const began = service.stop();
    await listener.ended;
    await began;
    assert.ok(!listener.text().includes("complete"), "it may be listened to again elsewhere");
    assert.ok(service.lines.every(({ msg }) => !String(msg).includes("cut off")));
  });
});
