import { SearchBox } from "../search/search-box.tsx";
import { useSelection } from "../state/selection.ts";
import type { ThemeChoice } from "../state/theme.ts";
import { useWords } from "../words/words.ts";

/** The page's name, the search, and how to read the page: language and theme. */
export function Header(props: { choice: ThemeChoice }) {
  const words = useWords();
  const { language, go } = useSelection();
  const themeLabel = () => (props.choice.theme() === "dark" ? words().toLight : words().toDark);
  return (
    <header class="header">
      <div class="masthead">
        <h1>{words().title}</h1>
        <p>{words().subtitle}</p>
      </div>
      <SearchBox />
      <div class="preferences">
        <button
          type="button"
          class="quiet"
          lang={language() === "EN" ? "hi" : "en"}
          aria-label={`${words().otherLanguage} – ${words().switchLanguage}`}
          onClick={() => go({ language: language() === "EN" ? "HI" : "EN" })}
        >
          {words().otherLanguage}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={themeLabel()}
          title={themeLabel()}
          onClick={() => props.choice.toggle()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" />
            <path class="fill" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
          </svg>
        </button>
      </div>
    </header>
  );
}
