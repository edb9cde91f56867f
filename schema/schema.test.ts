import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { documentGraph, readDocument } from "./document.ts";
import { printGraph, SDL_FILE } from "./print.ts";
import { schema } from "./schema.ts";

/** Shorter than this no description says a meaning. */
const LEAST = 5;

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function* partsOf(type: GraphQLNamedType): Generator<[string, Described]> {
  yield [type.name, type];
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    yield [`${type.name}.${field.name}`, field];
    for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg];
  }
}

test("every type, field, argument and enum value is described", () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const parts = own.flatMap((type) => [...partsOf(type)]);
  const silent = parts.filter(([, part]) => (part.description?.trim().length ?? 0) < LEAST);
  assert.ok(parts.length > 100);
  assert.deepEqual(
    silent.map(([name]) => name),
    [],
  );
});

test("every count says its unit and its source", () => {
  const metric = schema.getType("Metric");
  assert.ok(isEnumType(metric));
  for (const { description } of metric.getValues()) assert.match(description!, /Unit: .*Source: /);
});

test("schema.graphql is the graph as it stands (else run: node schema/print.ts)", async () => {
  assert.equal(await readFile(SDL_FILE, "utf8"), printGraph());
});

test("docs/api.md is of the graph as it stands (else run: npm run schema)", async () => {
  assert.equal(await readDocument(), documentGraph());
});

test("lists are never null, but where an engine may not have run", () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const text = String(field.type);
      const isEngines = field.description?.includes("ENGINE_NOT_READY");
      if (text.startsWith("[") && !isEngines)
        assert.ok(text.endsWith("!"), `${type.name}.${field.name}: ${text}`);
    }
  }
});
