import { readFileSync } from "node:fs";
import type { Language } from "./place.ts";

/** A state or district as its file has it. */
export interface NamedEntry {
  readonly code: string;
  readonly name: Readonly<Record<Language, string>>;
  /** Former names and spellings under which the place is published or looked for. */
  readonly aliases: readonly string[];
}

const read = (name: string) =>
  readFileSync(new URL(`./files/${name}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");

function readEntries(file: string): NamedEntry[] {
  return read(file)
    .slice(1)
    .map((line) => {
      const [code, english, hindi, aliases] = line.split("\t") as [string, string, string, string];
      const names = aliases === "" ? [] : aliases.split(";");
      return { code, name: { EN: english, HI: hindi }, aliases: names };
    });
}

let entries: { states: NamedEntry[]; districts: NamedEntry[] } | undefined;

/** The 36 states and union territories and the present districts, each sorted by code. */
export function loadNames(): {
  readonly states: readonly NamedEntry[];
  readonly districts: readonly NamedEntry[];
} {
  entries ??= { states: readEntries("states.tsv"), districts: readEntries("districts.tsv") };
  return entries;
}

let aliases: Map<string, readonly string[]> | undefined;

/** Former names and spellings of a state or district; none for a pincode. */
export function aliasesOf(code: string): readonly string[] {
  const { states, districts } = loadNames();
  aliases ??= new Map([...states, ...districts].map((entry) => [entry.code, entry.aliases]));
  return aliases.get(code) ?? [];
}
