/** HTML that is written, not read: everything put into it by `html` has been escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

export type Part = Html | string | number | null | readonly Part[];

function write(part: Part): string {
  if (part === null) return "";
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(write).join("") : escapeHtml(String(part));
}

/** Writes HTML: parts that are Html stand as they are, all else is escaped; null is nothing, a list its parts. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.reduce((text, string, at) => text + string + (at < parts.length ? write(parts[at]!) : ""), ""),
  );
}
