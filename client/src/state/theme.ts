import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

export type Theme = "light" | "dark";

const KEY = "theme";

function readChoice(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

function keepChoice(choice: Theme | null): void {
  try {
    if (choice === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

export interface ThemeChoice {
  readonly theme: Accessor<Theme>;
  toggle(): void;
}

/** The system's theme until another is chosen; choosing the system's own forgets the choice. */
export function createTheme(): ThemeChoice {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const [system, setSystem] = createSignal<Theme>(media.matches ? "dark" : "light");
  const [choice, setChoice] = createSignal(readChoice());
  const onChange = () => setSystem(media.matches ? "dark" : "light");
  media.addEventListener("change", onChange);
  onCleanup(() => media.removeEventListener("change", onChange));
  const theme = () => choice() ?? system();
  createEffect(() => {
    document.documentElement.dataset.theme = theme();
  });
  return {
    theme,
    toggle() {
      const next = theme() === "dark" ? "light" : "dark";
      const kept = next === system() ? null : next;
      keepChoice(kept);
      setChoice(kept);
    },
  };
}
