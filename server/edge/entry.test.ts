import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Encoding } from "../representation/encoding.ts";
import type { Variant } from "../representation/variants.ts";
import { ageOf, makeEntry, sizeOf } from "./entry.ts";
import { about } from "./fixture.ts";

const BODY = Buffer.from(JSON.stringify({ data: "पुणे ".repeat(1000) }));

async function variantsOf(body: Buffer): Promise<Map<Encoding, Variant>> {
  const { forms } = await makeEntry(body, about());
  return new Map([...forms].map(([encoding, { variant }]) => [encoding, variant]));
}

test("an entry holds its body in every encoding, each under a quoted strong tag of its own", async () => {
  const variants = await variantsOf(BODY);
  assert.deepEqual(variants.get("identity")!.bytes, BODY);
  assert.deepEqual(brotliDecompressSync(variants.get("br")!.bytes), BODY);
  assert.deepEqual(gunzipSync(variants.get("gzip")!.bytes), BODY);
  const tags = [...variants.values()].map(({ etag }) => etag);
  assert.equal(new Set(tags).size, 3);
  for (const tag of tags) assert.match(tag, /^"[\w-]+"$/);
});

test("what goes out is the bytes, as text where they are few", async () => {
  const variants = await variantsOf(Buffer.from([...Array(2000).keys()].map((one) => one % 256)));
  for (const { bytes, wire } of variants.values())
    assert.deepEqual(Buffer.from(wire as string, "latin1"), bytes);
  const long = (await variantsOf(Buffer.alloc(20_000, "ab"))).get("identity")!;
  assert.equal(long.wire, long.bytes);
});

test("equal bodies have equal tags, others others; short ones are not compressed", async () => {
  const [a, again, b] = await Promise.all(["a", "a", "b"].map((text) => variantsOf(Buffer.from(text))));
  assert.deepEqual([...a!.keys()], ["identity"]);
  assert.equal(a!.get("identity")!.etag, again!.get("identity")!.etag);
  assert.notEqual(a!.get("identity")!.etag, b!.get("identity")!.etag);
});

test("its size counts all its bytes", async () => {
  const entry = await makeEntry(BODY, about());
  const held = [...entry.forms.values()].reduce((sum, { variant: { bytes } }) => sum + bytes.length, 0);
  assert.ok(sizeOf(entry) > held);
});

test("age grows to maxAge and begins anew, since every hit is of the version served", async () => {
  const entry = await makeEntry(Buffer.from("{}"), about());
  const from = entry.validatedAt;
  assert.equal(ageOf(entry, from), 0);
  assert.equal(ageOf(entry, from + 1_999), 1);
  assert.equal(ageOf(entry, from + 59_999), 59);
  assert.equal(ageOf(entry, from + 60_000), 0);
  assert.equal(ageOf(entry, from + 61_000), 1);
});
