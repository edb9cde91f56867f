/**
 * Splits one line of CSV (RFC 4180, without its line end) into its fields. Quotes are syntax: `"a"` is the
 * field a, `""` inside quotes is one quote, blanks between a quoted field and its commas are dropped.
 * A field cannot span lines.
 *
 * @returns the fields, or null where a quote is not closed, or text stands beside a quoted field
 */
export function splitFields(line: string): string[] | null {
  if (!line.includes('"')) return line.split(",");
  const fields: string[] = [];
  const quoted = /[ \t]*"((?:[^"]|"")*)"[ \t\r]*(,|$)/y;
  const plain = /([^",]*)(,|$)/y;
  for (let at = 0; ; ) {
    quoted.lastIndex = plain.lastIndex = at;
    const match = quoted.exec(line) ?? plain.exec(line);
    if (match === null) return null;
    fields.push(match[1]!.replaceAll('""', '"'));
    if (match[2] === "") return fields;
    at += match[0].length;
  }
}

/** A field as it must stand in a line: quoted only where it holds a comma, a quote or a line end. */
export function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
