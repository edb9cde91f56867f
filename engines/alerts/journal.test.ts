import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Dataset } from "../../data/activity/dataset.ts";
import { formatDay } from "../../data/activity/day.ts";
import { FIXTURE_ABOUT, fixtureGazetteer } from "../../data/activity/fixture.ts";
import type { Alert } from "./alerts.ts";
import { AlertJournal } from "./journal.ts";
import { formatPoint, type Point, parsePoint } from "./point.ts";
import { SEVERITIES } from "./policy.ts";

const gazetteer = fixtureGazetteer();
const FIRST = 20_000;

function alert(code: string, day: number, severity = 0): Alert {
  const at = gazetteer.find(code)!;
  const lead = { kind: "SPIKE", metric: "ENROLMENT", at, level: at.level, place: at.index };
  return { severity: SEVERITIES[severity]!, lead, from: day, to: day } as unknown as Alert;
}

/** A dataset whose last day is so many days after the first. */
const dataset = (version: string, last: number, source: Dataset["source"] = "OFFICIAL"): Dataset => ({
  ...{ ...FIXTURE_ABOUT, rows: 1, pincodes: 4, districts: 3, states: 2, from: formatDay(FIRST) },
  ...{ version, source, to: formatDay(FIRST + last) },
});
const told = (news: readonly { readonly alert: Alert }[]) =>
  news.map(({ alert: { lead, from } }) => `${lead.at.code} ${from}`);

describe("the journal of alerts", () => {
  test("nothing is news of the first dataset; then what was not there, or was less severe", () => {
    const journal = new AlertJournal();
    assert.equal(journal.point, null);
    const old = [alert("IN-AA", 3), alert("100001", 4)];
    assert.deepEqual(journal.take(dataset("a", 9), FIRST, old), []);
    const next = [alert("100001", 12), alert("IN-AA", 3, 1), alert("100001", 4), alert("100002", 10)];
    assert.deepEqual(told(journal.take(dataset("b", 12), FIRST, next)), [
      "IN-AA 3",
      "100002 10",
      "100001 12",
    ]);
    assert.deepEqual(journal.take(dataset("c", 12), FIRST, next), []);
  });

  test("days are told apart although another dataset begins earlier", () => {
    const journal = new AlertJournal();
    journal.take(dataset("a", 9), FIRST, [alert("IN-AA", 3)]);
    assert.deepEqual(journal.take(dataset("b", 9), FIRST - 10, [alert("IN-AA", 13)]), []);
  });

  test("data of another source are no news of these", () => {
    const journal = new AlertJournal();
    journal.take(dataset("a", 9, "SAMPLE"), FIRST, []);
    assert.deepEqual(journal.take(dataset("b", 9), FIRST, [alert("IN-AA", 3)]), []);
  });

  test("who stands at a point is told all after it", () => {
    const journal = new AlertJournal();
    journal.take(dataset("a", 9), FIRST, []);
    const a = journal.point!;
    const inB = [alert("100001", 10), alert("100002", 11)];
    const [one] = journal.take(dataset("b", 11), FIRST, inB);
    assert.deepEqual(told(journal.after(a)), ["100001 10", "100002 11"]);
    assert.deepEqual(told(journal.after(one!.point)), ["100002 11"]);
    assert.deepEqual(journal.after(journal.point!), []);
    journal.take(dataset("c", 12), FIRST, [...inB, alert("100003", 12)]);
    assert.deepEqual(told(journal.after(a)), ["100001 10", "100002 11", "100003 12"]);
    assert.deepEqual(told(journal.after(one!.point)), ["100001 10", "100002 11", "100003 12"]);
    const restarted = new AlertJournal();
    restarted.take(dataset("c", 12), FIRST, [...inB, alert("100003", 12)]);
    assert.deepEqual(told(restarted.after(one!.point)), ["100003 12"], "by its last day");
  });

  test("however datasets follow each other, who resumes anywhere misses nothing that still holds", () => {
    const alerts = fc.uniqueArray(
      fc.tuple(fc.constantFrom("IN-AA", "100001", "100002"), fc.nat(5), fc.nat(2)),
      {
        selector: ([code, day]) => `${code} ${day}`,
      },
    );
    fc.assert(
      fc.property(fc.array(alerts, { minLength: 2, maxLength: 6 }), fc.nat(), (chapters, seed) => {
        const journal = new AlertJournal();
        const points: { point: Point; at: number }[] = [];
        const news: string[][] = [];
        chapters.forEach((chapter, at) => {
          const list = chapter.map(([code, day, severity]) => alert(code, day, severity));
          const fresh = journal.take(dataset(`v${at}`, at), FIRST, list);
          news.push(told(fresh));
          for (const { point } of fresh) points.push({ point, at });
          points.push({ point: journal.point!, at });
        });
        const { point, at } = points[seed % points.length]!;
        assert.deepEqual(parsePoint(formatPoint(point)), point);
        const heard = journal.after(point);
        const held = new Set(chapters.at(-1)!.map(([code, day]) => `${code} ${day}`));
        const due = news
          .slice(at + 1)
          .flat()
          .filter((one) => held.has(one));
        for (const one of due) assert.ok(told(heard).includes(one), `${one} after ${formatPoint(point)}`);
        const end = heard.at(-1)?.point;
        if (end !== undefined) assert.deepEqual(journal.after(end), []);
      }),
    );
  });

  test("a point that is none is refused", () => {
    for (const text of ["", "7", "2025-02-30.a.1", "2025-02-01.a", "2025-02-01.a.-1", "2025-02-01.a b.1"])
      assert.throws(() => parsePoint(text), { name: "Fault", code: "BAD_USER_INPUT" }, text);
  });
});
