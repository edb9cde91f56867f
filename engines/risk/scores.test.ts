import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyRiskColumns } from "./arbitrary.ts";
import { RISK_COUNTS, RISK_FLAGS } from "./counts.ts";
import { riskColumns } from "./fixture.ts";
import { RISK_WEIGHTS, SECTORS, termsOf } from "./formulas.ts";
import { riskScores } from "./scores.ts";

const NAN = Number.NaN;

test("three places, worked out by hand", () => {
  // Children enrolled and one: 10, 10, 10; D517 / 10 = 0.5 for all, so shrinking leaves it; B517 none.
  const columns = riskColumns(3, {
    E05: [4, 4, 4],
    E517: [5, 5, 5],
    D517: [5, 5, 5],
    E18: [1, 2, 3],
    D17: [7, 7, 9],
    B17: [0, 1, 2],
    spike: [1, 0, 0],
    massMovement: [0, 1, 0],
    ghostPopulation: [0, 0, 1],
    influx: [1, 0, 1],
  });
  const { sectors, composite } = riskScores(columns);
  assert.deepEqual([...sectors.EDUCATION], [85, 85, 85]);
  assert.deepEqual([...sectors.HUNGER], [32.5, 42.5, 50]);
  assert.deepEqual([...sectors.ELECTORAL], [50, 25, 80]);
  assert.deepEqual([...sectors.LABOUR], [10, 55, 70]);
  assert.deepEqual([...sectors.RURAL], [40, 40, 60]);
  const first = 0.2 * 85 + 0.2 * 32.5 + 0.15 * 40 + 0.25 * 50 + 0.2 * 10;
  assert.ok(Math.abs(composite[0]! - first) < 1e-12);
});

test("a place without any report has no score, one that reported zeros has", () => {
  const silent = Object.fromEntries(RISK_COUNTS.map((name) => [name, [NAN, 0, 3]]));
  const { sectors, composite } = riskScores(riskColumns(3, { ...silent, spike: [1, 0, 0] }));
  for (const scores of [...Object.values(sectors), composite]) {
    assert.ok(Number.isNaN(scores[0]));
    assert.ok(!Number.isNaN(scores[1]) && !Number.isNaN(scores[2]));
  }
});

test("scores are 0..100 and NaN for silent places only; the composite lies between its sectors", () => {
  fc.assert(
    fc.property(anyRiskColumns, (columns) => {
      const scores = riskScores(columns);
      for (const at of columns.E05.keys()) {
        const silent = RISK_COUNTS.every((name) => Number.isNaN(columns[name][at]!));
        const of = SECTORS.map((sector) => scores.sectors[sector][at]!);
        for (const one of [...of, scores.composite[at]!]) {
          assert.equal(Number.isNaN(one), silent);
          assert.ok(silent || (one >= 0 && one <= 100));
        }
        if (silent) continue;
        assert.ok(scores.composite[at]! >= Math.min(...of) - 1e-9);
        assert.ok(scores.composite[at]! <= Math.max(...of) + 1e-9);
      }
      assert.deepEqual(riskScores(columns), scores);
    }),
  );
});

test("a flag never lowers a score, nor touches another place's", () => {
  fc.assert(
    fc.property(anyRiskColumns, fc.constantFrom(...RISK_FLAGS), (columns, flag) => {
      const raised = columns[flag].with(0, 1);
      const before = riskScores({ ...columns, [flag]: columns[flag].with(0, 0) });
      const after = riskScores({ ...columns, [flag]: raised });
      for (const sector of SECTORS) {
        const [old, now] = [before.sectors[sector], after.sectors[sector]];
        if (!Number.isNaN(old[0]!)) assert.ok(now[0]! >= old[0]!);
        assert.deepEqual(now.subarray(1), old.subarray(1));
      }
    }),
  );
});

test("more adult updates never lower hunger and labour, more adult enrolments never electoral", () => {
  const grown = fc.constantFrom(
    ["D17", "HUNGER"] as const,
    ["D17", "LABOUR"] as const,
    ["B17", "LABOUR"] as const,
    ["E18", "ELECTORAL"] as const,
  );
  fc.assert(
    fc.property(anyRiskColumns, grown, fc.nat(1000), (columns, [count, sector], more) => {
      const own = columns[count][0]!;
      fc.pre(!Number.isNaN(own));
      const after = riskScores({ ...columns, [count]: columns[count].with(0, own + more) });
      assert.ok(after.sectors[sector][0]! >= riskScores(columns).sectors[sector][0]!);
    }),
  );
});

test("points of a sector sum to 100, shares of the composite to 1", () => {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  for (const sector of SECTORS)
    assert.equal(sum(termsOf(RISK_WEIGHTS.sectors[sector]).map(([, points]) => points)), 100);
  assert.ok(Math.abs(sum(Object.values(RISK_WEIGHTS.composite)) - 1) < 1e-12);
});

test("a handful of enrolments does not lead a ranking of rates", () => {
  // Many places at 2 to 4 updates an enrolment; the last has a raw rate of 5 from a single update.
  const enrolments = [...Array.from({ length: 60 }, () => 199), 0];
  const updates = [...Array.from({ length: 60 }, (_, at) => 200 * (2 + (at % 21) / 10)), 5];
  const { rates } = riskScores(riskColumns(61, { E18: enrolments, D17: updates }));
  assert.ok(rates.demographicPerEnrolment[60]! < 3.5, `${rates.demographicPerEnrolment[60]}`);
  assert.ok(rates.demographicPerEnrolment[20]! > 3.8);
});

test("bad columns are refused with what would be right", () => {
  assert.throws(() => riskScores({ ...riskColumns(2, {}), E18: new Float64Array(3) }), /E05 has 2, E18 3/);
  assert.throws(() => riskScores(riskColumns(1, { D17: [-1] })), /D17 is -1 at place 0/);
  assert.throws(() => riskScores(riskColumns(1, { spike: [NAN] })), /spike is NaN at place 0/);
});
