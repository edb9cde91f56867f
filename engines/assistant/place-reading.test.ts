import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { contextOf } from "./labelled.ts";
import { namedExactly, namedNearly, officesNamed } from "./names.ts";
import { liesIn } from "./places.ts";
import { readQuestion } from "./reading.ts";

const gazetteer = loadGazetteer();
const read = (text: string) => readQuestion(text, contextOf());
const codes = (text: string) => read(text).places.places.map(({ code }) => code);
const unknown = (text: string) => read(text).unknown.map((one) => one.text);

test("places are named by code, pincode, name, former name and usual abbreviation", () => {
  assert.deepEqual(codes("enrolments in IN-MH/pune"), ["IN-MH/pune"]);
  assert.deepEqual(codes("enrolments in IN-BR"), ["IN-BR"]);
  assert.deepEqual(codes("110 001 enrolments"), ["110001"]);
  assert.deepEqual(codes("Bombay, Calcutta, Madras"), [
    "IN-MH/mumbai-city",
    "IN-WB/kolkata",
    "IN-TN/chennai",
  ]);
  assert.deepEqual(codes("J&K and U.P."), ["IN-JK", "IN-UP"]);
  assert.deepEqual(codes("enrolments in up"), ["IN-UP"]);
  assert.deepEqual(codes("enrolments went up"), []);
});

test("typing errors and other spellings are borne", () => {
  for (const [text, code] of [
    ["Hydrabad", "IN-TG/hyderabad"],
    ["Mahrashtra", "IN-MH"],
    ["utar pradesh", "IN-UP"],
    ["लखनउ", "IN-UP/lucknow"],
    ["lakhnau", "IN-UP/lucknow"],
  ]) {
    assert.deepEqual(codes(`enrolments in ${text}`), [code], text);
  }
});

test("a word of the language is a place only where it stands as one", () => {
  assert.deepEqual(codes("गया में नामांकन"), ["IN-BR/gaya"]);
  assert.deepEqual(codes("नामांकन किया गया"), []);
  assert.deepEqual(codes("namankan ho gaya"), []);
});

test("a region beside a place tells where it lies and is no second place", () => {
  assert.deepEqual(codes("Aurangabad, Bihar"), ["IN-BR/aurangabad"]);
  assert.deepEqual(codes("Bihar's Patna district"), ["IN-BR/patna"]);
  assert.deepEqual(codes("compare Patna and Bihar"), ["IN-BR/patna", "IN-BR"]);
  assert.equal(read("Hamirpur").places.choices.length, 2);
  assert.equal(read("Patna, Gaya, Pune, Nashik, Surat").places.tooMany, true);
});

test("what names no place is told", () => {
  assert.deepEqual(unknown("enrolments in Atlantis"), ["atlantis"]);
  assert.deepEqual(unknown("enrolments in 999999"), ["999999"]);
  assert.deepEqual(unknown("show enrolments steadily plotted"), []);
});

test("names are looked up in the gazetteer's own terms", () => {
  assert.deepEqual(
    namedExactly(gazetteer, "delhi").map(({ code }) => code),
    ["IN-DL"],
  );
  assert.deepEqual(namedExactly(gazetteer, "nowhere"), []);
  assert.equal(namedNearly(gazetteer, "qqqq").places.length, 0);
  assert.ok(officesNamed(gazetteer, "andheri").length > 0);
});

test("a place lies in itself, its district, its state and the country", () => {
  const [pune, pin] = [gazetteer.find("IN-MH/pune")!, gazetteer.find("411001")!];
  for (const code of ["411001", "IN-MH/pune", "IN-MH", "IN"])
    assert.ok(liesIn(gazetteer, pin, gazetteer.find(code)!), code);
  assert.equal(liesIn(gazetteer, gazetteer.find("IN-MH")!, pune), false);
});
