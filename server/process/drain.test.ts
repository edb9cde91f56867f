import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { graphPath, json, slowStore, startTestService } from "../fixture.ts";

const SLOW = { query: '{ place(code: "IN") { value(metric: ACTIVITY) } }' };
const turn = () => new Promise(setImmediate);

test("what is in flight ends, new connections are not taken", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const asked = service.get(SLOW);
  while (calls() === 0) await turn();
  const stopped = service.stop();
  await assert.rejects(service.send("/health"), { code: "ECONNREFUSED" });
  release();
  const reply = await asked;
  assert.equal(reply.status, 200);
  assert.equal(typeof json(reply).data.place.value, "number");
  await stopped;
});

test("ready says no on a connection that is open still", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  const answers = text(socket);
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  ask(graphPath(SLOW));
  while (calls() === 0) await turn();
  const stopped = service.stop();
  ask("/ready");
  while (!service.lines.some(({ route }) => route === "ready")) await turn();
  release();
  assert.match(await answers, /^HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 503 [\s\S]*\{"status":"draining"\}$/);
  await stopped;
});

test("idle connections are closed at once, those kept alive after their answer", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const agent = new Agent({ keepAlive: true });
  context.after(() => agent.destroy());
  const asked = once(get(service.url + graphPath(SLOW), { agent }), "response");
  while (calls() === 0) await turn();
  const stopped = service.stop();
  release();
  const [response] = await asked;
  response.resume();
  await stopped;
});

test("what does not end in time is cut off, and that is logged", async (context) => {
  const { store, calls } = slowStore();
  const service = await startTestService(context, { store, env: { DRAIN_TIMEOUT: "0.05" } });
  const asked = assert.rejects(service.get(SLOW));
  while (calls() === 0) await turn();
  await service.stop();
  await asked;
  assert.ok(service.lines.some(({ msg }) => msg === "requests still in flight are cut off"));
});
