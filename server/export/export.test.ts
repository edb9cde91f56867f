import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { fromArrow, fromCSV } from "arquero";
import { codeOf, json, startTestService, type TestService } from "../fixture.ts";

/** Every row of a page of the graph, which the exports must repeat. */
const QUERY = `{ stats(where: { places: ["IN-TG", "IN-TN"] }, groupBy: [STATE, PINCODE], bucket: DAY, compareTo: PREVIOUS_PERIOD, having: [{ metric: ACTIVITY, gt: 0 }], orderBy: { metric: ACTIVITY }) {
  rows { places { code name } from to a: value(metric: ACTIVITY) e: value(metric: ENROLMENT) r: value(metric: ACTIVITY, as: SHARE_OF_TOTAL) } } }`;
const ASKED =
  'where.places=IN-TG,IN-TN&groupBy=STATE,PINCODE&bucket=DAY&compareTo=PREVIOUS_PERIOD&having=[{"metric":"ACTIVITY","gt":0}]&orderBy={metric:ACTIVITY}&values=ACTIVITY,ENROLMENT,ACTIVITY:SHARE_OF_TOTAL';

const COLUMNS = [
  "state_code",
  "state",
  "pincode",
  "area",
  "from",
  "to",
  "activity",
  "enrolment",
  "activity_share_of_total",
];

describe("exports of stats", () => {
  let service: TestService;
  let folder: string;
  let expected: unknown[][];
  before(async () => {
    service = await startTestService(null);
    folder = await mkdtemp(join(tmpdir(), "pulse-export-"));
    const { rows } = json(await service.get({ query: QUERY })).data.stats;
    expected = rows.map((row: Record<string, never> & { places: { code: string; name: string }[] }) => [
      ...row.places.flatMap(({ code, name }) => [code, name]),
      row.from,
      row.to,
      row.a,
      row.e,
      row.r,
    ]);
    assert.equal(expected.length, 6);
  });
  after(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    service.send(`/export/stats.${path}`, { headers, method });
  const encoded = (format: string) => `${format}?${new URLSearchParams(ASKED)}`;

  async function readWithDuckDB(format: string, from: (path: string) => string): Promise<unknown[][]> {
    const path = join(folder, `stats.${format}`);
    await writeFile(path, (await get(encoded(format))).body);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const text = COLUMNS.map((name) => (/^(from|to)$/.test(name) ? `"${name}"::VARCHAR` : `"${name}"`));
    const reader = await connection.runAndReadAll(`SELECT ${text.join(", ")} FROM ${from(path)}`);
    connection.closeSync();
    instance.closeSync();
    return reader.getRowsJS().map((row) =>
      Array.from(row, (value, at) => {
        if (at === 2) return String(value);
        return typeof value === "bigint" ? Number(value) : value;
      }),
    );
  }

  test("DuckDB reads CSV and Parquet back equal to the graph's rows, in order", async () => {
    assert.deepEqual(await readWithDuckDB("csv", (path) => `read_csv('${path}', comment = '#')`), expected);
    assert.deepEqual(await readWithDuckDB("parquet", (path) => `'${path}'`), expected);
  });

  test("Arquero reads Arrow and CSV back equal to the graph's rows, in order", async () => {
    const { body } = await get(encoded("arrow"));
    const iso = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    const rows = (table: { objects(): object[] }) =>
      table.objects().map((row) => COLUMNS.map((name) => iso((row as Record<string, unknown>)[name])));
    assert.deepEqual(rows(fromArrow(new Uint8Array(body), { useDate: true })), expected);
    const text = (await get(encoded("csv"))).body.toString();
    const table = fromCSV(text, { comment: "#", parse: { pincode: String } });
    assert.deepEqual(rows(table), expected);
  });

  test("CSV says above its header what it is and how to cite it; comments=false leaves that out", async () => {
    const asked = "csv?groupBy=STATE&where.from=2025-12-01&values=ENROLMENT";
    const text = (await get(asked)).body.toString();
    const [title, query, version, source] = text.split("\n");
    assert.equal(title, "# title: Aadhaar enrolment and update counts, aggregated");
    assert.equal(version, "# dataset_version: 0123456789abcdef");
    assert.equal(source, "# source: OFFICIAL");
    assert.match(text, /^# citation: Unique Identification Authority of India.*0123456789abcdef$/m);
    assert.match(text, /^# missing_days: 1$/m);
    const again = await service.send(query!.slice("# query: ".length));
    assert.equal(again.body.toString(), text);
    assert.equal(
      (await get(`${asked}&comments=false`)).body.toString(),
      "state_code,state,from,to,enrolment\nIN-TG,Telangana,2025-12-01,2025-12-04,16\nIN-TN,Tamil Nadu,2025-12-01,2025-12-04,13\n",
    );
  });

  test("tells type, name and version, and compresses text as accepted", async () => {
    const plain = await get("csv?groupBy=PINCODE");
    assert.equal(plain.headers["content-type"], "text/csv; charset=utf-8; header=present");
    assert.equal(
      plain.headers["content-disposition"],
      'attachment; filename="pulse-of-bharat-stats-0123456789abcdef.csv"',
    );
    assert.equal(plain.headers["x-data-version"], "0123456789abcdef");
    assert.match(plain.headers["cache-control"]!, /^public, max-age=\d+/);
    assert.equal(plain.headers.vary, "Accept-Encoding");
    const [br, gzip, parquet] = await Promise.all([
      get("csv?groupBy=PINCODE", { "accept-encoding": "gzip, br" }),
      get("csv?groupBy=PINCODE", { "accept-encoding": "gzip" }),
      get("parquet?groupBy=PINCODE", { "accept-encoding": "gzip, br" }),
    ]);
    assert.deepEqual(brotliDecompressSync(br.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(parquet.headers["content-encoding"], undefined);
    assert.equal(new Set([plain, br, gzip, parquet].map(({ headers }) => headers.etag)).size, 4);
  });

  test("one question has one tag however it is written; a client that holds it gets 304, HEAD no body", async () => {
    const one = await get('csv?groupBy=["STATE"]&where={"places":["IN-TG"],"from":"2025-12-01"}');
    const other = await get("csv?where.places=IN-TG&where.from=2025-12-01&groupBy=STATE");
    const literal = await get('csv?where={places:["IN-TG"],from:"2025-12-01"}&groupBy=[STATE]');
    assert.equal(one.status, 200);
    assert.deepEqual([other.headers.etag, literal.headers.etag], [one.headers.etag, one.headers.etag]);
    assert.deepEqual(other.body, one.body);
    const known = await get("csv?groupBy=STATE", {
      "if-none-match": (await get("csv?groupBy=STATE")).headers.etag!,
    });
    assert.deepEqual([known.status, known.body.length], [304, 0]);
    const head = await get("csv?groupBy=STATE", {}, "HEAD");
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    assert.match(head.headers["content-disposition"]!, /\.csv"$/);
  });

  test("mistakes are refused by argument, and nothing is sent as a file", async () => {
    const refused = async (path: string, method = "GET") => {
      const reply = await get(path, {}, method);
      assert.equal(reply.headers["content-disposition"], undefined);
      assert.equal(reply.headers["cache-control"], "no-store");
      return [reply.status, codeOf(reply), json(reply).errors[0].message] as const;
    };
    const cases: [string, number, string, RegExp][] = [
      ["csv?groupBy=CITY", 400, "BAD_USER_INPUT", /groupBy\.0: Value "CITY" does not exist/],
      ["csv?colour=red", 400, "BAD_USER_INPUT", /no argument "colour".*groupBy.*where.*values/],
      ["csv?first=5", 400, "BAD_USER_INPUT", /an export holds all rows/],
      ["csv?bucket=DAY&bucket=MONTH", 400, "BAD_USER_INPUT", /"bucket" is given more than once/],
      ["csv?values=PEOPLE", 400, "BAD_USER_INPUT", /"PEOPLE" is none.*ENROLMENT_AGE_0_5/],
      ["csv?values=ACTIVITY:MEDIAN", 400, "BAD_USER_INPUT", /"MEDIAN" is no aspect.*RANK/],
      ["csv?values=ACTIVITY:CHANGE", 400, "BAD_USER_INPUT", /give compareTo/],
      ["csv?where.from=2025-02-30", 400, "BAD_USER_INPUT", /where\.from: "2025-02-30" is no Date/],
      ["csv?where={from", 400, "BAD_USER_INPUT", /neither as JSON nor as a GraphQL value/],
      ["csv?where.places=IN-XX", 404, "NOT_FOUND", /no place has the code "IN-XX"/],
      ["csv?comments=maybe", 400, "BAD_USER_INPUT", /write true or false/],
      ["xlsx", 404, "NOT_FOUND", /stats\.parquet/],
    ];
    for (const [path, status, code, message] of cases) {
      const [foundStatus, foundCode, foundMessage] = await refused(path);
      assert.deepEqual([foundStatus, foundCode], [status, code], path);
      assert.match(foundMessage, message);
    }
    assert.equal((await refused("csv", "POST"))[0], 405);
    const [, , nothing] = await refused("csv?where.from=2024-01-01&where.to=2024-12-31");
    assert.match(nothing, /before all reports: the data run from 2025-11-30/);
  });

  test("an export of nothing that matches is a file of no rows", async () => {
    const reply = await get('csv?groupBy=STATE&having=[{"metric":"ACTIVITY","gt":999999}]&comments=false');
    assert.equal(
      reply.body.toString(),
      "state_code,state,from,to,enrolment,demographic_update,biometric_update,activity\n",
    );
  });

  test("one that would cost too much is refused with the numbers", async () => {
    const poor = await startTestService(null, { env: { COST_LIMIT: "10" } });
    try {
      const reply = await poor.send("/export/stats.csv?groupBy=PINCODE");
      const { extensions } = json(reply).errors[0];
      assert.equal(reply.status, 400);
      assert.equal(extensions.code, "COST_LIMIT");
      assert.ok(extensions.cost > extensions.limit && extensions.limit === 10);
      assert.match(extensions.hint, /where\.places/);
    } finally {
      await poor.stop();
    }
  });

  test("while there is no dataset it says so; a client that leaves midway is no error", async () => {
    const empty = await startTestService(null, { store: null });
    try {
      const reply = await empty.send("/export/stats.csv");
      assert.deepEqual([reply.status, reply.headers["retry-after"]], [503, "1"]);
    } finally {
      await empty.stop();
    }
    const leaving = new AbortController();
    const asked = service.send("/export/stats.csv?groupBy=PINCODE&bucket=DAY", { signal: leaving.signal });
    setImmediate(() => leaving.abort());
    await assert.rejects(asked, /abort/i);
    assert.equal((await get("csv")).status, 200);
    assert.deepEqual(
      service.lines.filter(({ msg }) => msg === "error"),
      [],
    );
  });
});
