import type { Accessor } from "solid-js";
import { useSelection } from "../state/selection.ts";
import type { Language } from "../state/view.ts";
import { en, type Words } from "./en.ts";
import { hi } from "./hi.ts";

const DICTIONARIES: Readonly<Record<Language, Words>> = { EN: en, HI: hi };

/** The words of the chosen language. */
export function useWords(): Accessor<Words> {
  const { language } = useSelection();
  return () => DICTIONARIES[language()];
}
