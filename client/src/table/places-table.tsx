import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { formatCount, formatShare } from "../format/number.ts";
import { Failure } from "../shell/failure.tsx";
import { PlaceLink } from "../shell/place-link.tsx";
import { Skeleton } from "../shell/skeleton.tsx";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import type { Children } from "./children.ts";
import { type Column, type Order, sortRows } from "./rows.ts";
import { stepFocus } from "./step-focus.ts";

/** The places under the selected one: the map's equal, for keyboards and screen readers too. */
export function PlacesTable(props: { children: Children }) {
  const words = useWords();
  const { language, point } = useSelection();
  const [chosen, setChosen] = createSignal<Order | null>(null);
  const level = () => props.children.level();
  const hasShare = () => level() !== "PINCODE";
  const order = (): Order | null => chosen() ?? (hasShare() ? { by: "value", descending: true } : null);
  const rows = () => {
    const known = props.children.rows();
    const sorting = order();
    return known && sorting ? sortRows(known, sorting, language().toLowerCase()) : known;
  };
  const largest = () => Math.max(0, ...(props.children.rows() ?? []).map(({ value }) => value ?? 0));
  const isPointable = () => level() === "DISTRICT" || level() === "PINCODE";

  let section!: HTMLElement;
  let hadFocus = false;
  const noteFocus = (inside: boolean) => {
    hadFocus = inside;
  };
  createEffect(() => {
    rows();
    if (!hadFocus || document.activeElement !== document.body) return;
    (section.querySelector<HTMLElement>("tbody a") ?? section).focus();
  });

  function sort(by: Column): void {
    const now = order();
    setChosen({ by, descending: now?.by === by ? !now.descending : by === "value" });
  }
  const Heading = (heading: { column: Column; text: string; class?: string }) => (
    <th
      scope="col"
      class={heading.class}
      aria-sort={order()?.by !== heading.column ? "none" : order()?.descending ? "descending" : "ascending"}
    >
      <button
        type="button"
        class="sort"
        aria-label={words().sortBy(heading.text)}
        onClick={() => sort(heading.column)}
      >
        {heading.text}
      </button>
    </th>
  );

  return (
    <section
      class="places"
      id="places"
      tabIndex={-1}
      aria-labelledby="places-title"
      ref={section}
      onFocusIn={() => noteFocus(true)}
      onFocusOut={({ relatedTarget }) => relatedTarget && noteFocus(section.contains(relatedTarget as Node))}
    >
      <header class="section-head">
        <h2 id="places-title">
          {words().children[level()]}{" "}
          <Show when={rows()}>{(known) => <span class="count">{known().length}</span>}</Show>
        </h2>
        <p>{words().metrics[props.children.metric()]}</p>
      </header>
      <Show when={level() === "DISTRICT"}>
        <p class="places-note">{words().within}</p>
      </Show>
      <Switch>
        <Match when={props.children.failed()}>
          <Failure />
        </Match>
        <Match when={rows() === undefined}>
          <Skeleton lines={10} />
        </Match>
        <Match when={rows()?.length === 0}>
          <p class="empty">{words().noChildren}</p>
        </Match>
        <Match when={rows()}>
          <div class="places-scroll" classList={{ "is-pending": props.children.pending() }}>
            <table onKeyDown={stepFocus} onPointerLeave={() => point(null)}>
              <thead>
                <tr>
                  <Heading column="name" text={words().place} />
                  <Heading column="value" text={words().value} class="number" />
                  <Show when={hasShare()}>
                    <th scope="col" class="number">
                      {words().share}
                    </th>
                  </Show>
                </tr>
              </thead>
              <tbody>
                <For each={rows()}>
                  {(row) => (
                    <tr
                      onPointerEnter={() => point(isPointable() ? row.code : null)}
                      onFocusIn={() => point(isPointable() ? row.code : null)}
                      onFocusOut={() => point(null)}
                    >
                      <th scope="row">
                        <PlaceLink code={row.code}>
                          {row.name}
                          <Show when={isPointable()}>
                            {" "}
                            <span class="code">{row.code}</span>
                          </Show>
                        </PlaceLink>
                        <span
                          class="bar"
                          aria-hidden="true"
                          style={{ "--part": largest() > 0 ? (row.value ?? 0) / largest() : 0 }}
                        />
                      </th>
                      <td class="number">
                        <Show
                          when={row.value !== null}
                          fallback={<span class="absent">{words().noReport}</span>}
                        >
                          {formatCount(row.value!, language())}
                        </Show>
                      </td>
                      <Show when={hasShare()}>
                        <td class="number share">
                          {row.share === null ? "" : formatShare(row.share, language())}
                        </td>
                      </Show>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Match>
      </Switch>
    </section>
  );
}
