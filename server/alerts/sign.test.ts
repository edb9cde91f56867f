import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { secretBytes, signedHeaders } from "./sign.ts";

test("the signature is the one of the standard's own example", () => {
  const secret = secretBytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
  assert.deepEqual(signedHeaders(message, 1614265330, secret), {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a byte changed anywhere changes it", () => {
  const secret = secretBytes(`whsec_${Buffer.alloc(32, 7).toString("base64")}`)!;
  const of = (id: string, body: string, at: number) =>
    signedHeaders({ id, body }, at, secret)["webhook-signature"];
  const one = of("a", "{}", 1);
  assert.equal(one, `v1,${createHmac("sha256", Buffer.alloc(32, 7)).update("a.1.{}").digest("base64")}`);
  assert.equal(new Set([one, of("b", "{}", 1), of("a", "{ }", 1), of("a", "{}", 2)]).size, 4);
});

test("a secret is 24 to 64 bytes as base64 behind its prefix", () => {
  for (const wrong of [
    "",
    "whsec_",
    "secret",
    "whsec_short",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    `whsec_${"A".repeat(100)}`,
  ])
    assert.equal(secretBytes(wrong), null, wrong);
});
