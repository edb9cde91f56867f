import { createEffect, createSignal, createUniqueId, For, on, onCleanup, onMount, Show } from "solid-js";
import { createAnswer } from "../graph/answer.ts";
import { SearchQuery } from "../graph/operations.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";

const PAUSE_MS = 160;
const LONGEST = 100;

/** A combobox over all places: type, choose by arrows and Enter or by pointer, leave by Escape. */
export function SearchBox() {
  const words = useWords();
  const { language, go } = useSelection();
  const id = createUniqueId();
  const [text, setText] = createSignal("");
  const [asked, setAsked] = createSignal("");
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(0);
  let input!: HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const found = createAnswer(SearchQuery, () =>
    asked() === "" ? null : { text: asked(), language: language() },
  );
  const matches = () => found.data()?.search ?? [];
  const isShown = () => isOpen() && asked() !== "";
  createEffect(on(matches, () => setActive(0)));

  function type(value: string): void {
    setText(value);
    setOpen(true);
    clearTimeout(timer);
    timer = setTimeout(() => setAsked(value.trim()), PAUSE_MS);
  }
  function choose(at: number): void {
    const match = matches()[at];
    if (match === undefined) return;
    clearTimeout(timer);
    setText("");
    setAsked("");
    setOpen(false);
    go({ place: match.place.code });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const count = matches().length;
    if (event.key === "Escape") {
      if (isShown()) setOpen(false);
      else if (text() === "") input.blur();
      else setText("");
    } else if (event.key === "Enter" && isShown()) {
      event.preventDefault();
      choose(active());
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : count - 1;
      if (isShown()) setActive((at) => (at + step) % count);
      else setOpen(true);
    }
  }
  const onShortcut = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
  };
  onMount(() => addEventListener("keydown", onShortcut));
  onCleanup(() => {
    removeEventListener("keydown", onShortcut);
    clearTimeout(timer);
  });
  const status = () => {
    if (!isShown()) return "";
    if (found.pending()) return words().searching;
    if (found.error()) return words().failed;
    return matches().length === 0 ? words().noneFound(asked()) : words().found(matches().length);
  };

  return (
    <search class="search">
      <label class="unseen" for={`${id}-input`}>
        {words().search}
      </label>
      <svg class="search-sign" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="M10.5 10.5 14 14" />
      </svg>
      <input
        ref={input}
        id={`${id}-input`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxlength={LONGEST}
        placeholder={words().searchHint}
        aria-autocomplete="list"
        aria-expanded={isShown() && matches().length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown() && matches().length > 0 ? `${id}-${active()}` : undefined}
        value={text()}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span class="search-key" aria-hidden="true">
        /
      </span>
      <div class="search-drop" classList={{ "is-shown": isShown() }}>
        <div id={`${id}-list`} role="listbox" aria-label={words().search}>
          <For each={isShown() ? matches() : []}>
            {({ place }, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys for its options
              <div
                id={`${id}-${at()}`}
                role="option"
                tabIndex={-1}
                aria-selected={at() === active()}
                onPointerEnter={() => setActive(at())}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(at())}
              >
                <span class="search-name">
                  {place.name}{" "}
                  <Show when={place.level === "PINCODE"}>
                    <span class="code">{place.code}</span>
                  </Show>
                </span>
                <span class="search-where">
                  {[words().levels[place.level], place.level === "STATE" ? null : place.parent?.name]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
            )}
          </For>
        </div>
        <p class="search-status" role="status" classList={{ unseen: matches().length > 0 && !found.error() }}>
          {status()}
        </p>
      </div>
    </search>
  );
}
