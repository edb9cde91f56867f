import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseMediaType, type MediaType } from "./accept.ts";

const JSON_TYPE = "application/json";
const GRAPHQL = "application/graphql-response+json";

const cases: [header: string | undefined, expected: MediaType | null][] = [
  [undefined, JSON_TYPE],
  ["", JSON_TYPE],
  [";;,", JSON_TYPE],
  ["*/*", JSON_TYPE],
  ["application/*", JSON_TYPE],
  [GRAPHQL, GRAPHQL],
  ["APPLICATION/JSON; charset=utf-8", JSON_TYPE],
  [`${GRAPHQL}, ${JSON_TYPE}`, GRAPHQL],
  [`${JSON_TYPE}, ${GRAPHQL}`, JSON_TYPE],
  [`${JSON_TYPE};q=0.5, ${GRAPHQL};q=0.9`, GRAPHQL],
  [`*/*, ${GRAPHQL}`, GRAPHQL],
  [`${GRAPHQL};q=0.2, */*`, JSON_TYPE],
  [`${JSON_TYPE};q=0, */*`, GRAPHQL],
  [`${JSON_TYPE};q=0`, null],
  ["*/*;q=0", null],
  ["text/event-stream", null],
  ["text/html, image/png", null],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON_TYPE],
  [`${GRAPHQL}, application/graphql+json, ${JSON_TYPE}, text/event-stream, multipart/mixed`, GRAPHQL],
];

for (const [header, expected] of cases) {
  test(`Accept: ${header} gets ${expected}`, () => assert.equal(chooseMediaType(header), expected));
}
