import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { printable, printableBytes } from "./printable.ts";

test("control, direction and invisible characters are escaped; names in any script are not", () => {
  assert.equal(printable("\x1b[2J\tबिहार\u202e\u0085"), "\\x1b[2J\\x09बिहार\\u{202e}\\x85");
  assert.equal(printableBytes(Uint8Array.of(0x41, 0xff, 0x00)), "A�\\x00");
});

test("nothing printed is longer than asked for, nor holds a control character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.integer({ min: 1, max: 40 }),
      (text, length) => {
        const shown = printable(text, length);
        assert.ok(shown.length <= length + 1);
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}]/u);
        if (/^[ -~]*$/.test(text) && text.length <= length) assert.equal(shown, text);
      },
    ),
  );
});
