import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { projectPlace } from "../../engines/projection/answer.ts";
import { codeOf, json, startTestService } from "../fixture.ts";
import { EnginePool, type PoolParts } from "./pool.ts";

const ODD = fileURLToPath(new URL("./odd-thread.fixture.ts", import.meta.url));

function poolFor(context: TestContext, parts: Partial<PoolParts> = {}) {
  const lines: Record<string, unknown>[] = [];
  const outcomes: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const pool = new EnginePool({
    log,
    count: (task, outcome) => outcomes.push(`${task} ${outcome}`),
    ...parts,
  });
  context.after(() => pool.close());
  return { pool, lines, outcomes };
}
/** What the odd thread is asked to do, as a request. */
const odd = (place: "throw" | "hang" | "quick") => ({ place, horizon: 1 });

describe("the engines' pool", { timeout: 60_000 }, () => {
  test("computes on another thread what this one would", async (context) => {
    const { pool, outcomes } = poolFor(context);
    const request = { place: "IN", horizon: 20, assumptions: { totalFertilityRate: 2.5 } };
    const { cpu, answer } = await cpuOf(() => pool.project(request));
    assert.deepEqual(answer, projectPlace(request));
    context.diagnostic(`${cpu.toFixed(0)} ms of this thread's work`);
    assert.ok(cpu < 50);
    assert.deepEqual(outcomes, ["project done"]);
  });

  test("a mistake stays a mistake, with what would be right", async (context) => {
    const { pool, outcomes } = poolFor(context);
    await assert.rejects(pool.project({ place: "IN", horizon: 99 }), {
      name: "Fault",
      code: "BAD_USER_INPUT",
      details: { argument: "horizon", min: 1, max: 20 },
    });
    assert.deepEqual(outcomes, ["project mistake"]);
  });

  test("what fails is logged with its errorId; the next is computed", async (context) => {
    const { pool, lines, outcomes } = poolFor(context, { thread: ODD });
    const error = await pool.project(odd("throw")).catch((error) => error);
    assert.equal(error.code, "ENGINE_FAILED");
    assert.doesNotMatch(error.message, /secret/);
    assert.ok(
      lines.some(
        ({ errorId, err }) => errorId === error.details.errorId && /secret/.test(JSON.stringify(err)),
      ),
    );
    assert.equal(pool.state, "failed");
    assert.equal((await pool.project(odd("quick"))).place, "quick");
    assert.equal(pool.state, "ready");
    assert.deepEqual(outcomes, ["project failed", "project done"]);
  });

  test("what takes too long ends with its thread; the next has a new one", async (context) => {
    const { pool, outcomes } = poolFor(context, { thread: ODD, timeout: 500 });
    await assert.rejects(pool.project(odd("hang")), { code: "TIMEOUT" });
    assert.equal((await pool.project(odd("quick"))).place, "quick");
    assert.deepEqual(outcomes, ["project late", "project done"]);
  });

  test("few may wait; the others are told when to come back", async (context) => {
    const { pool, outcomes } = poolFor(context, { thread: ODD, timeout: 500, waitingMost: 1 });
    const asked = Array.from({ length: 20 }, () =>
      pool.project(odd("hang")).catch(({ code, status }) => `${code} ${status}`),
    );
    const answers = await Promise.all(asked);
    assert.ok(answers.includes("BUSY 503") && answers.includes("TIMEOUT undefined"));
    assert.ok(outcomes.filter((one) => one === "project turned_away").length >= 10);
  });

  test("serves the graph, and shows in /ready and /metrics", async (context) => {
    const service = await startTestService(context);
    const query = '{ projection(place: "IN-TG") { years { year population } } }';
    const reply = await service.get({ query });
    assert.equal(json(reply).data.projection.years.length, 3);
    assert.equal((await service.get({ query })).headers["x-cache"], "HIT");
    assert.equal(json(await service.send("/ready")).engines.pool, "ready");
    const wrong = '{ projection(place: "IN", horizons: [30]) { base { year } } }';
    assert.equal(codeOf(await service.get({ query: wrong })), "BAD_USER_INPUT");
    const metrics = (await service.send("/metrics")).body.toString();
    assert.match(metrics, /engine_tasks_total\{task="project",outcome="done"\} 1/);
  });
});

/** Milliseconds of this thread's own work until the answer is there. */
async function cpuOf<T>(ask: () => Promise<T>) {
  const before = process.threadCpuUsage();
  const answer = await ask();
  const { user, system } = process.threadCpuUsage(before);
  return { cpu: (user + system) / 1000, answer };
}
