import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeRows, type Row, sortRows } from "./rows.ts";

const node = (code: string, name: string) => ({ code, name, longitude: null, latitude: null });
const row = (code: string, name: string, value: number | null): Row => ({
  ...node(code, name),
  value,
  share: null,
});

test("a place without a report has no value, and is listed all the same", () => {
  const rows = mergeRows([{ place: node("b", "B"), value: 0, share: 0 }], [node("a", "A"), node("b", "B")]);
  assert.deepEqual(rows, [
    { ...node("b", "B"), value: 0, share: 0 },
    { ...node("a", "A"), value: null, share: null },
  ]);
});

const rows = [row("c", "Aa", null), row("b", "Cc", 5), row("a", "Bb", 5), row("d", "Dd", 0)];
const codes = (by: "name" | "value", descending: boolean) =>
  sortRows(rows, { by, descending }, "en").map(({ code }) => code);

test("by value, ties go by code and absent ones come last either way", () => {
  assert.deepEqual(codes("value", true), ["a", "b", "d", "c"]);
  assert.deepEqual(codes("value", false), ["d", "a", "b", "c"]);
});

test("by name", () => {
  assert.deepEqual(codes("name", false), ["c", "a", "b", "d"]);
  assert.deepEqual(codes("name", true), ["d", "b", "a", "c"]);
});
