import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { quoteField, splitFields } from "./fields.ts";

test("fields come back as they were written, quoted or not", () => {
  const field = fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "é", "-") });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), fc.boolean(), (fields, all) => {
      const quote = (text: string) => (all ? `"${text.replaceAll('"', '""')}"` : quoteField(text));
      assert.deepEqual(splitFields(fields.map(quote).join(",")), fields);
    }),
  );
});

test("blanks around a quoted field are no part of it; inside they are", () => {
  assert.deepEqual(splitFields(' "a " ,b , c'), ["a ", "b ", " c"]);
});

test("a quote left open or amid text is refused", () => {
  for (const line of ['"a,b', 'a"b,c', '"a"b,c', 'a,"']) assert.equal(splitFields(line), null, line);
});

test("a long run of quotes takes no more than its length", () => {
  assert.equal(splitFields('"'.repeat(4001)), null);
});
