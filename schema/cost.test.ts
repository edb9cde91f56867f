import assert from "node:assert/strict";
import { test } from "node:test";
import { getIntrospectionQuery, parse } from "graphql";
import { COST_LIMIT, estimateCost } from "./cost.ts";

const costOf = (source: string, variables = {}) => estimateCost(parse(source), null, variables).cost;

const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join("\n")} }`;

const MAP = "map(level: PINCODE) { codes longitude latitude value breaks }";

test("a page size costs the same as a literal, a variable and a default", () => {
  const nodes = "{ nodes { code name } }";
  const literal = costOf(`{ places(level: PINCODE, first: 900) ${nodes} }`);
  assert.ok(literal > 1800);
  assert.equal(costOf(`query ($n: Int) { places(level: PINCODE, first: $n) ${nodes} }`, { n: 900 }), literal);
  assert.equal(costOf(`query ($n: Int = 900) { places(level: PINCODE, first: $n) ${nodes} }`), literal);
  const usual = costOf(`{ places(level: PINCODE, first: 50) ${nodes} }`);
  assert.equal(costOf(`{ places(level: PINCODE) ${nodes} }`), usual);
  assert.equal(costOf(`query ($n: Int) { places(level: PINCODE, first: $n) ${nodes} }`, { n: null }), usual);
});

test("the heaviest fields pass alone and not many times over", () => {
  const heavy = [
    MAP,
    "stats(groupBy: [PINCODE], bucket: DAY) { rows { value(metric: ACTIVITY) } }",
    "places(level: DISTRICT, first: 50) { nodes { series(metric: ACTIVITY) { date value } } }",
    "places(level: STATE) { nodes { ... on State { districts { ... on District { pincodes { code } } } } } }",
  ];
  for (const field of heavy) {
    assert.ok(costOf(aliases(1, field)) <= COST_LIMIT, field);
    assert.ok(costOf(aliases(10, field)) > COST_LIMIT, field);
  }
});

test("__typename is not free, nor under aliases", () => {
  const plain = costOf("{ places(level: PINCODE, first: 1000) { nodes { code } } }");
  const names = Array.from({ length: 200 }, (_, at) => `t${at}: __typename`).join(" ");
  assert.ok(costOf(`{ places(level: PINCODE, first: 1000) { nodes { code ${names} } } }`) >= plain + 200_000);
});

test("stats cost by groups, buckets and measures", () => {
  const stats = (args: string, values: string) => costOf(`{ stats(${args}) { rows { ${values} } } }`);
  const one = "a: value(metric: ACTIVITY)";
  const two = `${one} b: value(metric: ENROLMENT)`;
  const byState = stats("groupBy: [STATE], bucket: DAY", one);
  assert.ok(stats("groupBy: [STATE], bucket: DAY", two) > byState);
  assert.ok(stats("groupBy: [DISTRICT], bucket: DAY", one) > byState);
  assert.ok(stats("groupBy: [STATE], bucket: MONTH", one) <= byState);
  const wide = `groupBy: [DISTRICT], bucket: DAY, where: { from: "1970-01-01", to: "2100-12-31" }`;
  assert.ok(stats(wide, one) > COST_LIMIT);
  assert.ok(stats(`groupBy: [PINCODE], bucket: DAY, where: { places: ["500001"] }`, one) < 2000);
});

test("only what will run is counted", () => {
  const base = costOf("{ dataset { version } }");
  assert.equal(
    costOf(`query ($on: Boolean!) { dataset { version } ... @include(if: $on) { ${MAP} } }`, { on: false }),
    base,
  );
  assert.equal(costOf(`{ dataset { version } ...m @skip(if: true) } fragment m on Query { ${MAP} }`), base);
  const two = parse(`query light { dataset { version } } query heavy { ${MAP} }`);
  assert.equal(estimateCost(two, "light").cost, base);
  assert.ok(estimateCost(two, "heavy").cost > 10_000);
});

test("a field that cannot run does not hide what stands beside it", () => {
  const source = `query ($m: Metric = ACTIVITY) { place(code: "IN") { value(metric: $m) } ${MAP} }`;
  assert.ok(costOf(source, { m: null }) > 10_000);
});

test("introspection is cheap once and not many times over", () => {
  assert.ok(costOf(getIntrospectionQuery()) < COST_LIMIT / 4);
  assert.ok(
    costOf(aliases(300, "__schema { types { name fields { name type { name } args { name } } } }")) > 20_000,
  );
  const spread = `query { ${"...f ".repeat(3)} } fragment f on Query { __schema { types { name } } }`;
  assert.equal(costOf(spread), 3 + 3 * 3 * 20);
});

test("depth is that of the fields, fragments opened", () => {
  const depth = (source: string) => estimateCost(parse(source)).depth;
  assert.equal(depth("{ dataset { version } }"), 2);
  assert.equal(depth("{ place(code: 1) { ...p } } fragment p on Place { parent { parent { code } } }"), 4);
});

test("documents that will not run cost nothing and throw nothing", () => {
  const odd = [
    "fragment f on Query { dataset { version } }",
    "{ nonsense { more } }",
    "{ dataset { ...missing } }",
    "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
    "mutation { dataset { version } }",
    "subscription { dataset { version } }",
    "query ($n: Int!) { places(level: STATE, first: $n) { totalCount } }",
    "query ($n: Nothing) { places(level: STATE, first: $n) { totalCount } }",
    "{ places(level: NOWHERE) { totalCount } }",
    "type Query { a: Int }",
    "query a { dataset { version } } query b { dataset { version } }",
    "{ dataset { version { deeper } } }",
  ];
  for (const source of odd) assert.equal(costOf(source), 0, source);
  assert.equal(estimateCost(parse("query a { dataset { version } }"), "b").cost, 0);
});

test("fragments that multiply are counted fast and refused", () => {
  const fragments = Array.from(
    { length: 40 },
    (_, at) => `fragment f${at} on Place { a: parent { ...f${at + 1} } b: parent { ...f${at + 1} } }`,
  );
  const source = `{ place(code: "IN") { ...f0 } } ${fragments.join("\n")} fragment f40 on Place { code }`;
  assert.ok(costOf(source) > COST_LIMIT);
});
