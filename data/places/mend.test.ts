import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { loadGazetteer } from "./gazetteer.ts";
import { makeMender } from "./mend.ts";

const gazetteer = loadGazetteer();
const mend = makeMender(gazetteer);

/** Every (state, district) spelling of the publication of 2025, each reviewed by hand. */
const golden = readFileSync(new URL("./golden-pairs.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [string, string, string, string]);

const answer = (state: string, district: string, pincode = "") => {
  const found = mend(state, district, pincode);
  return "district" in found ? [found.district, found.step] : [found.refused, "refused"];
};

test("every published pair is brought to its district or refused, by names alone, as reviewed", () => {
  assert.equal(golden.length, 1041);
  for (const [state, district, ...expected] of golden) {
    assert.deepEqual(answer(state, district), expected, `${state} / ${district}`);
  }
});

test("the pairs come to no more districts than there are, all of them known", () => {
  const districts = new Set(golden.filter(([, , , step]) => step !== "refused").map(([, , code]) => code));
  assert.ok(districts.size <= 800);
  for (const code of districts) assert.equal(gazetteer.find(code)?.level, "DISTRICT");
});

test("a name of two states stays in the published one", () => {
  assert.deepEqual(answer("Bihar", "Aurangabad"), ["IN-BR/aurangabad", "exact"]);
  assert.deepEqual(answer("Maharashtra", "Aurangabad"), ["IN-MH/chhatrapati-sambhajinagar", "alias"]);
  assert.deepEqual(answer("Himachal Pradesh", "Bilaspur"), ["IN-HP/bilaspur", "exact"]);
  assert.deepEqual(answer("Chhattisgarh", "Bilaspur"), ["IN-CG/bilaspur", "exact"]);
  assert.deepEqual(answer("Uttar Pradesh", "Pratapgarh"), ["IN-UP/pratapgarh", "exact"]);
});

test("a district of a state that was divided is found in the younger one", () => {
  assert.deepEqual(answer("Andhra Pradesh", "Hyderabad"), ["IN-TG/hyderabad", "exact"]);
  assert.deepEqual(answer("Jammu and Kashmir", "Leh"), ["IN-LA/leh", "exact"]);
  assert.deepEqual(answer("Madhya Pradesh", "Raipur"), ["IN-CG/raipur", "exact"]);
});

test("where names fail, the pincode tells", () => {
  assert.deepEqual(answer("Jaipur", "Near Meera Hospital", "302020"), ["IN-RJ/jaipur", "pincode"]);
  assert.deepEqual(answer("Jammu And Kashmir", "?", "190001"), ["IN-JK/srinagar", "pincode"]);
  assert.deepEqual(answer("Chandigarh", "Rupnagar", "140001"), ["IN-PB/rupnagar", "pincode"]);
});

test("a pincode of another state, which does not bear out the district either, tells nothing", () => {
  assert.deepEqual(answer("Kerala", "Nowhere", "302020"), ["UNKNOWN_DISTRICT", "refused"]);
  assert.deepEqual(answer("Kerala", "Nowhere", "000000"), ["UNKNOWN_DISTRICT", "refused"]);
  assert.deepEqual(answer("100000", "100000", "100000"), ["UNKNOWN_STATE", "refused"]);
});

test("names as near to one place as to another are refused", () => {
  assert.deepEqual(answer("Bihar", "Sahars"), ["IN-BR/saharsa", "fuzzy"]);
  assert.deepEqual(answer("Bihar", "Gara"), ["UNKNOWN_DISTRICT", "refused"]);
  assert.deepEqual(answer("Meghalaya", "Est Garo Hills"), ["AMBIGUOUS_DISTRICT", "refused"]);
});

test("says whether state or district go by another name, capitals aside", () => {
  const flags = (state: string, district: string) => {
    const found = mend(state, district, "");
    return "district" in found ? [found.stateRenamed, found.districtRenamed] : null;
  };
  assert.deepEqual(flags("Orissa", "Cuttack"), [true, false]);
  assert.deepEqual(flags("HARYANA", "Gurgaon"), [false, true]);
  assert.deepEqual(flags("Jammu And Kashmir", "Kargil"), [true, false]);
});

test("one letter amiss in a long name finds the same place or is refused, never another", () => {
  const districts = fc.constantFrom(...gazetteer.districts.filter((one) => one.name.EN.length >= 7));
  fc.assert(
    fc.property(districts, fc.nat(), fc.constantFrom(..."aehilnrstu"), (district, position, letter) => {
      const at = position % district.name.EN.length;
      const typo = district.name.EN.slice(0, at) + letter + district.name.EN.slice(at + 1);
      const state = gazetteer.states[district.state]!.name.EN;
      const found = mend(state, typo, "");
      // A slip may spell another place's very name, as Sangareddy's first letter does Rangareddy's.
      const guessed = "district" in found && found.step === "fuzzy" && found.district !== district.code;
      assert.ok(!guessed, `${typo} → ${JSON.stringify(found)}`);
    }),
    { numRuns: 2000 },
  );
});

test("any text at all is answered, and the same way twice", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "*", "—", "Delhi", "North East"));
  fc.assert(
    fc.property(text, text, text, (state, district, pincode) => {
      assert.deepEqual(mend(state, district, pincode), makeMender(gazetteer)(state, district, pincode));
    }),
    { numRuns: 50 },
  );
});
