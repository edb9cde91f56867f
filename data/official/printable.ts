const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u{${code}}`;
}

/**
 * Published text made safe to show on a terminal: control, direction and other invisible characters are
 * escaped, and what is longer than `length` characters is cut, with an ellipsis.
 */
export function printable(text: string, length = 120): string {
  const safe = text.slice(0, length + 1).replace(UNPRINTABLE, escapeCharacter);
  return safe.length <= length && text.length <= length ? safe : `${safe.slice(0, length)}…`;
}

/** `printable` of bytes taken for UTF-8; those that are not show as �. */
export function printableBytes(bytes: Uint8Array, length = 120): string {
  return printable(Buffer.from(bytes.subarray(0, 4 * length + 4)).toString("utf8"), length);
}
