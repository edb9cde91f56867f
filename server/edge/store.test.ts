import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEntry } from "./entry.ts";
import { EntryStore, type Form } from "./store.ts";

const about = (version: string) =>
  ({ mediaType: "application/json", version, hint: { maxAge: 60, scope: "PUBLIC" } }) as const;

async function form(key: string, bytes = 100, version = "v1"): Promise<Form> {
  const entry = await makeEntry(Buffer.alloc(bytes, key), about(version));
  return { key, entry, variant: entry.variants.get("identity")!, headers: [] };
}

test("holds no more bytes than it may; the least recently used goes first", async () => {
  const store = new EntryStore(100_000);
  const forms = await Promise.all(Array.from({ length: 100 }, (_, at) => form(`k${at}`)));
  for (const { key, entry } of forms) {
    store.set(key, entry);
    store.get("k0");
    assert.ok(store.usage.bytes <= 100_000);
  }
  assert.equal(store.get("k0"), forms[0]!.entry);
  assert.equal(store.get("k1"), undefined);
  assert.equal(store.get("k99"), forms[99]!.entry);
  assert.equal(store.usage.evictions, 100 - store.usage.entries);
});

test("does not take what alone is too large", async () => {
  const store = new EntryStore(100_000);
  store.set("small", (await form("small")).entry);
  store.set("large", (await form("large", 200_000)).entry);
  assert.equal(store.get("large"), undefined);
  assert.ok(store.get("small"));
});

test("recalls a request only while its entry is the one stored, and of the version asked for", async () => {
  const store = new EntryStore(1 << 20);
  const first = await form("k");
  store.set("k", first.entry);
  store.remember("GET k", first);
  assert.equal(store.recall("GET k", "v1"), first);
  assert.equal(store.recall("GET other", "v1"), undefined);
  assert.equal(store.recall("GET k", "v2"), undefined);
  store.remember("GET k", first);
  store.set("k", (await form("k")).entry);
  assert.equal(store.recall("GET k", "v1"), undefined);
  store.clear();
  assert.deepEqual({ ...store.usage, evictions: 0 }, { entries: 0, bytes: 0, evictions: 0 });
});
