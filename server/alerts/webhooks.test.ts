import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import pino from "pino";
import { secretBytes, signedHeaders } from "./sign.ts";
import { type DeliveryOutcome, Webhooks } from "./webhooks.ts";

const SECRET = secretBytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

/** A receiver that answers with these statuses in turn, the last one ever after; null closes the connection. */
async function receiver(context: TestContext, statuses: readonly (number | null)[]) {
  const got: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    const status = statuses[Math.min(got.length, statuses.length - 1)]!;
    got.push({ headers: request.headers, body: await text(request) });
    if (status === null) {
      request.socket.destroy();
      return;
    }
    response
      .writeHead(status, status === 307 ? { location: "http://127.0.0.1:9/" } : {})
      .end("x".repeat(1 << 16));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

function sender(context: TestContext, urls: readonly string[], pauses: readonly number[]) {
  const counted: DeliveryOutcome[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const webhooks = new Webhooks({ urls, secret: SECRET, log, count: (one) => counted.push(one), pauses });
  context.after(() => webhooks.close());
  return { webhooks, counted, lines };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await wait(5);
};

test("a message is signed, and taken once", async (context) => {
  const { url, got } = await receiver(context, [204]);
  const { webhooks, counted } = sender(context, [url], []);
  webhooks.send([{ id: "msg_1", body: '{"a":"आधार"}' }]);
  await until(() => counted.length === 1);
  assert.deepEqual([counted, got.length], [["delivered"], 1]);
  const [{ headers, body }] = got as [(typeof got)[0]];
  assert.equal(headers["content-type"], "application/json");
  const at = Number(headers["webhook-timestamp"]);
  assert.equal(
    headers["webhook-signature"],
    signedHeaders({ id: "msg_1", body }, at, SECRET)["webhook-signature"],
  );
  assert.equal(body, '{"a":"आधार"}');
});

test("what is not taken is sent again, in order, and given up in the end", async (context) => {
  const { url, got } = await receiver(context, [500, null, 307, 200, 200]);
  const { webhooks, counted, lines } = sender(context, [url], [1, 1, 1]);
  webhooks.send([
    { id: "msg_1", body: "1" },
    { id: "msg_2", body: "2" },
  ]);
  await until(() => counted.filter((one) => one === "delivered").length === 2);
  assert.deepEqual(
    got.map(({ body }) => body),
    ["1", "1", "1", "1", "2"],
  );
  assert.deepEqual(counted, ["retried", "retried", "retried", "delivered", "delivered"]);
  assert.ok(lines.some(({ why }) => why === "status 307"));
  const dead = await receiver(context, [503]);
  const given = sender(context, [dead.url], [1]);
  given.webhooks.send([{ id: "msg_3", body: "3" }]);
  await until(() => given.counted.includes("given_up"));
  assert.equal(dead.got.length, 2);
});

test("a receiver that is away holds up no other, and what waits for it is bounded", async (context) => {
  const [away, here] = [await receiver(context, [500]), await receiver(context, [200])];
  const { webhooks, counted, lines } = sender(context, [away.url, here.url], [60_000]);
  const messages = Array.from({ length: 60 }, (_, at) => ({ id: `msg_${at}`, body: String(at) }));
  webhooks.send(messages);
  webhooks.send(messages);
  await until(() => counted.filter((one) => one === "delivered").length >= 100);
  assert.equal(counted.filter((one) => one === "dropped").length, 40);
  await until(() => away.got.length === 1);
  webhooks.close();
  const left = lines.find(({ msg }) => String(msg).includes("undelivered"))!;
  assert.deepEqual([left.url, (left.ids as string[]).length], [away.url, 100]);
});
