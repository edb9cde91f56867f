import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "../gazetteer.ts";
import { nearestNames } from "./nearest.ts";
import { searchPlaces } from "./search.ts";

const gazetteer = loadGazetteer();
const codes = (text: string, first = 3) =>
  searchPlaces(gazetteer, text, { first }).map((found) => found.place.code);

test("finds by name, beginning, word and part, whole names first", () => {
  assert.equal(codes("Hyderabad")[0], "IN-TG/hyderabad");
  assert.equal(codes("hyder")[0], "IN-TG/hyderabad");
  assert.equal(
    codes("pradesh", 4).every((code) => /^IN-..$/.test(code)),
    true,
  );
  assert.ok(codes("arkurnoo", 5).includes("IN-TG/nagarkurnool"));
});

test("finds by Hindi and former names, whatever case and marks", () => {
  assert.equal(codes("बिहार")[0], "IN-BR");
  assert.equal(codes("प्रयागराज")[0], "IN-UP/prayagraj");
  assert.equal(codes("ALLAHABAD *")[0], "IN-UP/prayagraj");
  assert.equal(codes("Orissa")[0], "IN-OD");
});

test("finds by code and by the digits a pincode begins with", () => {
  assert.equal(codes("411001")[0], "411001");
  assert.equal(codes("in-mh")[0], "IN-MH");
  assert.ok(codes("5000", 10).every((code) => code.startsWith("5000")));
});

test("keeps to the levels and the number asked for; blank and unknown text find nothing", () => {
  const found = searchPlaces(gazetteer, "a", { levels: ["DISTRICT"], first: 7 });
  assert.equal(found.length, 7);
  assert.ok(found.every(({ place }) => place.level === "DISTRICT"));
  for (const text of ["", "  ", "***", "qqqqq"]) assert.deepEqual(codes(text), []);
  assert.deepEqual(searchPlaces(gazetteer, "Pune", { levels: [], first: 5 }), []);
});

test("says what fitted and how well", () => {
  const [found] = searchPlaces(gazetteer, "allahabad", { first: 1 });
  assert.equal(found!.matched, "Allahabad");
  assert.ok(found!.score > 0.9 && found!.score < 1);
});

test("offers the nearest codes for one that is none", () => {
  const nearest = (text: string) => nearestNames(gazetteer, text, 3).map((place) => place.code);
  assert.ok(nearest("IN-MH/poone").includes("IN-MH/pune"));
  assert.ok(nearest("Telengana").includes("IN-TG"));
  assert.ok(nearest("411000").every((code) => code.startsWith("4110")));
});

test("two words narrow one another, either way round", () => {
  assert.equal(codes("aurangabad bihar")[0], "IN-BR/aurangabad");
  assert.equal(codes("bihar aurangabad")[0], "IN-BR/aurangabad");
  assert.equal(codes("110001 delhi")[0], "110001");
  assert.ok(codes("qqqqqqqq bihar").includes("IN-BR"));
});

test("of places that fit as well, the busier comes first", () => {
  const busy = (code: string) =>
    searchPlaces(gazetteer, "bilaspur", {
      first: 1,
      levels: ["DISTRICT"],
      activityOf: (place) => (place.code === code ? 1 : 0),
    })[0]!.place.code;
  assert.equal(busy("IN-HP/bilaspur"), "IN-HP/bilaspur");
  assert.equal(busy("IN-CG/bilaspur"), "IN-CG/bilaspur");
});

test("any text is borne: emoji, other scripts, joiners, control signs, queries of other languages", () => {
  const joined = "\u0932\u0916\u200D\u0928\u090A";
  for (const text of [
    "😀",
    "مرحبا",
    "北京",
    "a\u0301\u0302",
    "'; DROP TABLE places; --",
    "\0",
    "%",
    "*",
    "(((",
    "a".repeat(100),
    joined,
  ]) {
    assert.ok(Array.isArray(searchPlaces(gazetteer, text, { first: 3 })), text);
  }
  assert.equal(codes("बिहार".normalize("NFD"))[0], "IN-BR");
});
