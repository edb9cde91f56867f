import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { graphql } from "graphql";
import { openStore } from "../data/open.ts";
import { createContext } from "../schema/context.ts";
import { schema } from "../schema/schema.ts";

const ENROLMENT = [
  "date,state,district,pincode,age_0_5,age_5_17,age_18_greater",
  "01-07-2025,Telangana,Hyderabad,500013,492,126,11",
  "01-07-2025,Andhra Pradesh,Hyderabad,500013,8,0,0",
  "03-09-2025,Telangana,Hyderabad,500013,4,0,0",
  "03-09-2025,Telangana,Hyderabad,500013,4,0,0",
  "03-09-2025,Tamil Nadu,Chennai,600001,0,0,0",
  "31-02-2025,Tamil Nadu,Chennai,600001,1,0,0",
  "03-09-2025,Raja Annamalai Puram,Nowhere At All,999,1,0,0",
];
const BIOMETRIC = [
  "date,state,district,pincode,bio_age_5_17,bio_age_17_",
  "01-04-2025,Tamil Nadu,Chennai,600011,204,551",
  "03-09-2025,Tamil Nadu,Chennai,600001,5,-7",
];

interface Answer {
  dataset: { source: string; rows: number; quality: Record<string, unknown> };
  states: { totalGroups: number; rows: { place: { code: string }; sum: number | null }[] };
  telangana: { value: number };
  chennai: { sum: number; silent: number | null; bio: number };
  known: { totalCount: number };
  daily: { series: { date: string; value: number | null; reported: boolean }[] };
}

const QUERY = `{
  dataset { source rows quality { rowsRead rowsKept duplicates rejected reasons { code rows example } } }
  states: stats(groupBy: [STATE]) { totalGroups rows { place { code } sum: value(metric: ENROLMENT) } }
  telangana: place(code: "IN-TG") { value(metric: ENROLMENT) }
  chennai: place(code: "IN-TN/chennai") {
    sum: value(metric: ENROLMENT)
    silent: value(metric: DEMOGRAPHIC_UPDATE)
    bio: value(metric: BIOMETRIC_UPDATE)
  }
  known: places(level: STATE) { totalCount }
  daily: place(code: "600001") { series(metric: ENROLMENT, from: "2025-09-02", to: "2025-09-03") { date value reported } }
}`;

describe("from official files to the graph", () => {
  let dir: string;
  let answer: Answer;
  const importing = (...paths: string[]) =>
    spawnSync(process.execPath, ["data/official/main.ts", ...paths], {
      env: { ...process.env, DATA_DIR: join(dir, "data") },
      encoding: "utf8",
    });

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-official-"));
    await writeFile(join(dir, "enrolment.csv"), `${ENROLMENT.join("\n")}\n`);
    await writeFile(join(dir, "biometric.csv"), `${BIOMETRIC.join("\r\n")}\r\n`);
    const { status, stderr } = importing(join(dir, "enrolment.csv"), join(dir, "biometric.csv"));
    assert.equal(status, 0, stderr);
    const store = await openStore(join(dir, "data"));
    const result = await graphql({ schema, source: QUERY, contextValue: createContext(store!) });
    assert.equal(result.errors, undefined);
    answer = result.data as unknown as Answer;
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test("every line is kept, a duplicate or rejected with its reason", () => {
    const { reasons, ...counts } = answer.dataset.quality as { reasons: { rows: number; example: string }[] };
    assert.deepEqual(counts, { rowsRead: 9, rowsKept: 5, duplicates: 1, rejected: 3 });
    assert.equal(
      reasons.reduce((sum, one) => sum + one.rows, 0),
      3,
    );
    for (const { example } of reasons) assert.match(example, /\.csv:\d+/);
  });

  test("spellings of one place add up; what is no state never shows as one", () => {
    assert.equal(answer.telangana.value, 492 + 126 + 11 + 8 + 4);
    assert.deepEqual(
      answer.states.rows.map(({ place, sum }) => [place.code, sum]),
      [
        ["IN-TG", 641],
        ["IN-TN", 0],
      ],
    );
    assert.equal(answer.known.totalCount, 36);
  });

  test("zero, absent and silent stay apart", () => {
    assert.deepEqual({ ...answer.chennai }, { sum: 0, silent: null, bio: 755 });
    assert.deepEqual(
      answer.daily.series.map((point) => ({ ...point })),
      [
        { date: "2025-09-02", value: null, reported: false },
        { date: "2025-09-03", value: 0, reported: true },
      ],
    );
  });

  test("nothing to keep: a clear error, another exit code, and the snapshot as it was", async () => {
    await writeFile(join(dir, "foreign.csv"), "a,b,c\n1,2,3\n");
    await writeFile(join(dir, "empty.csv"), "");
    for (const name of ["foreign.csv", "empty.csv", "missing.csv"]) {
      const { status, stderr, stdout } = importing(join(dir, name));
      assert.notEqual(status, 0, name);
      assert.match(stderr + stdout, new RegExp(name.replace(".", "\\.")), name);
    }
    assert.equal((await openStore(join(dir, "data")))!.dataset.rows, answer.dataset.rows);
  });
});
