import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { formatDay, parseDay } from "../../data/activity/day.ts";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { understand } from "../assistant/understand.ts";
import type { Role } from "../assistant/understood.ts";
import { assessNation } from "../nation/assess.ts";
import { demographicDays } from "../nation/beside.ts";
import { watchedStore } from "../nation/fixture.ts";
import { NationRisk } from "../nation/risk.ts";
import { watchNation } from "../nation/watch.ts";
import { SECTORS } from "../risk/formulas.ts";
import { RISK_LEVELS } from "../risk/level.ts";
import { nearestOfAll } from "../spatial/neighbour-matrix.ts";
import { ACTIONS, actionsFor } from "./actions.ts";
import { lastWholeMonth } from "./month.ts";
import { ROLES } from "./roles.ts";

const ROLE_NAMES = Object.keys(ROLES) as Role[];

test("the assistant understands every question that a role begins with", () => {
  const gazetteer = loadGazetteer();
  const coverage = { from: parseDay("2025-03-01")!, to: parseDay("2025-12-31")! };
  for (const role of ROLE_NAMES)
    for (const language of ["EN", "HI"] as const)
      for (const question of ROLES[role].questions) {
        const read = understand(question[language], { gazetteer, coverage, role, language });
        assert.ok(
          !["OUT_OF_SCOPE", "UNSURE"].includes(read.intent),
          `${question[language]}: ${read.intent} ${read.reason}`,
        );
      }
});

test("each role has all sectors, and both languages say as much", () => {
  for (const role of ROLE_NAMES) {
    const { sectors, questions, metrics } = ROLES[role];
    assert.deepEqual(sectors.toSorted(), SECTORS.toSorted());
    assert.ok(questions.length >= 5 && metrics.length >= 1);
  }
  for (const sector of SECTORS)
    for (const level of RISK_LEVELS) assert.match(ACTIONS[sector][level].HI, /\p{Script=Devanagari}/u);
});

test("the last whole month is the data's last, or the one before where that is not whole", () => {
  const month = (from: string, to: string) => {
    const found = lastWholeMonth({ dataset: { from, to } } as Parameters<typeof lastWholeMonth>[0]);
    return found && [found.from, found.to].map(formatDay).join(" ");
  };
  assert.equal(month("2025-03-01", "2025-12-31"), "2025-12-01 2025-12-31");
  assert.equal(month("2025-03-01", "2025-12-30"), "2025-11-01 2025-11-30");
  assert.equal(month("2025-12-02", "2025-12-31"), null);
});

describe("recommended actions", () => {
  const gazetteer = fixtureGazetteer();
  const store = watchedStore(gazetteer, "100003");
  let risk: NationRisk;
  before(async () => {
    const nearest = nearestOfAll(gazetteer);
    const watched = await watchNation(store);
    risk = new NationRisk(
      await assessNation(store, watched, await demographicDays(store), nearest),
      gazetteer,
    );
  });

  test("are one a sector, the higher levels first, and of one level in the role's order", () => {
    for (const role of ROLE_NAMES)
      for (const place of [gazetteer.country, ...gazetteer.pincodes]) {
        const actions = actionsFor(risk, place, role);
        assert.deepEqual(actions.map(({ sector }) => sector).toSorted(), SECTORS.toSorted());
        actions.forEach(({ sector, level, score, action, trigger }, at) => {
          assert.equal(score, risk.sector(place, sector));
          assert.equal(level, risk.levelOf(score));
          assert.deepEqual(action, ACTIONS[sector][level]);
          assert.ok(trigger.EN.includes(score.toFixed(0)) && trigger.HI.includes(score.toFixed(0)));
          const next = actions[at + 1];
          if (next === undefined) return;
          const fall = RISK_LEVELS.indexOf(level) - RISK_LEVELS.indexOf(next.level);
          const order = ROLES[role].sectors;
          assert.ok(fall > 0 || (fall === 0 && order.indexOf(sector) < order.indexOf(next.sector)));
        });
      }
  });
});
