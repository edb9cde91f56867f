import assert from "node:assert/strict";
import { test } from "node:test";
import type { Encoding } from "../representation/encoding.ts";
import { makeEntry } from "./entry.ts";
import { about } from "./fixture.ts";
import { EntryStore, type Given } from "./store.ts";

const entryOf = (text: string, bytes = 100, version = "v1") =>
  makeEntry(Buffer.alloc(bytes, text), about(version));

/** The entry's form in an encoding, as given to a question that names no version. */
const given = (store: EntryStore, key: string, encoding: Encoding = "identity"): Given => ({
  form: store.get(key)!.forms.get(encoding)!,
  standing: "CURRENT",
});

test("holds no more bytes than it may; the least recently used goes first", async () => {
  const store = new EntryStore(100_000);
  const entries = await Promise.all(Array.from({ length: 100 }, (_, at) => entryOf(`k${at}`)));
  for (const [at, entry] of entries.entries()) {
    store.set(`k${at}`, entry);
    store.get("k0");
    assert.ok(store.usage.bytes <= 100_000);
  }
  assert.equal(store.get("k0"), entries[0]);
  assert.equal(store.get("k1"), undefined);
  assert.equal(store.get("k99"), entries[99]);
  assert.equal(store.usage.evictions, 100 - store.usage.entries);
});

test("does not take what alone is too large", async () => {
  const store = new EntryStore(100_000);
  store.set("small", await entryOf("small"));
  store.set("large", await entryOf("large", 200_000));
  assert.equal(store.get("large"), undefined);
  assert.ok(store.get("small"));
});

test("recalls a request only while its entry is stored, and of the version asked for", async () => {
  const store = new EntryStore(1 << 20);
  const wording = { url: "/graphql?query=a", accept: "", acceptEncoding: "br" };
  store.set("k", await entryOf("k"));
  store.remember(wording, "k", given(store, "k"));
  assert.equal(store.recall(wording, "v1")?.form.entry, store.get("k"));
  assert.equal(store.recall({ ...wording, url: "/graphql?query=b" }, "v1"), undefined);
  assert.equal(store.recall({ ...wording, acceptEncoding: "gzip" }, "v1"), undefined);
  assert.equal(store.recall({ ...wording, accept: "*/*" }, "v1"), undefined);
  assert.equal(store.recall(wording, "v2"), undefined);
  store.set("k", await entryOf("k", 5000));
  store.remember({ ...wording, acceptEncoding: "gzip" }, "k", given(store, "k", "gzip"));
  assert.equal(store.recall(wording, "v1")?.form.variant.bytes.length, 5000);
  assert.equal(store.recall({ ...wording, acceptEncoding: "gzip" }, "v1")?.form.variant.encoding, "gzip");
});

test("remembers few wordings of one address, the latest", async () => {
  const store = new EntryStore(1 << 20);
  store.set("k", await entryOf("k"));
  const one = given(store, "k");
  const wording = (at: number) => ({ url: "/graphql", accept: `text/${at}`, acceptEncoding: "" });
  for (let at = 0; at < 100; at++) store.remember(wording(at), "k", one);
  assert.ok(store.recall(wording(99), "v1"));
  assert.equal(store.recall(wording(0), "v1"), undefined);
});

test("once a version is served alone, entries of others go and are not taken, but of one that is admitted", async () => {
  const store = new EntryStore(100_000);
  store.set("a1", await entryOf("a", 100, "v1"));
  store.keepOnly("v2");
  assert.equal(store.get("a1"), undefined);
  store.set("late", await entryOf("a", 100, "v1"));
  assert.equal(store.get("late"), undefined);
  store.admit("v3");
  for (const version of ["v2", "v3"]) {
    store.set(version, await entryOf("a", 100, version));
    assert.equal(store.get(version)?.version, version);
  }
});

test("knows which entries were given most often", async () => {
  const store = new EntryStore(100_000);
  for (const key of ["a", "b", "c"]) store.set(key, await entryOf(key));
  for (const key of ["b", "c", "b"]) store.get(key);
  assert.deepEqual(
    store.hottest(2).map(({ hits }) => hits),
    [2, 1],
  );
});

const ofMaharashtra = ({ tags }: { readonly tags: readonly string[] }) => tags.includes("state:IN-MH");

test("lets go of what matches, or marks it stale: then it is found, but recalled no more", async () => {
  const store = new EntryStore(1 << 20);
  for (const state of ["IN-MH", "IN-GA"]) {
    store.set(state, await makeEntry(Buffer.from(state), about("v1", [state])));
    store.remember({ url: state, accept: "", acceptEncoding: "" }, state, given(store, state));
  }
  const recall = (url: string) => store.recall({ url, accept: "", acceptEncoding: "" }, "v1");
  assert.equal(store.expire(ofMaharashtra), 1);
  assert.equal(typeof store.get("IN-MH")!.staleSince, "number");
  assert.equal(recall("IN-MH"), undefined);
  assert.ok(recall("IN-GA"));
  assert.equal(store.remove(ofMaharashtra), 1);
  assert.equal(store.get("IN-MH"), undefined);
  assert.equal(store.get("IN-GA")!.staleSince, null);
});

test("does not keep what was begun before a purge", async () => {
  const store = new EntryStore(1 << 20);
  const { generation } = store;
  const late = await entryOf("late");
  store.expire(() => false);
  store.set("late", late, generation);
  assert.equal(store.get("late"), undefined);
  store.set("late", late, store.generation);
  assert.equal(store.get("late"), late);
});
