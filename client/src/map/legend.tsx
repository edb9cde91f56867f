import { For, Show } from "solid-js";
import { formatCount, formatShort } from "../format/number.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import { shadeOf } from "./classes.ts";

/** The classes of the map in words and shades; zero and no data stand apart from them. */
export function Legend(props: { breaks: readonly number[]; unplaced: number }) {
  const words = useWords();
  const { language } = useSelection();
  const count = () => props.breaks.length + 1;
  const full = (value: number) => formatCount(value, language());
  const meaning = (at: number) => {
    const [low, high] = [props.breaks[at - 1], props.breaks[at]];
    if (low === undefined) return high === undefined ? full(1) : words().below(full(high));
    return high === undefined ? words().from(full(low)) : words().between(full(low), full(high));
  };
  return (
    <section class="legend" aria-label={words().legend}>
      <ol class="legend-ramp">
        <For each={Array.from({ length: count() }, (_, at) => at)}>
          {(at) => (
            <li>
              <span class="legend-swatch" style={{ background: `var(--ramp-${shadeOf(at + 1, count())})` }} />
              <span class="legend-break" aria-hidden="true">
                <Show when={props.breaks[at]}>{(limit) => formatShort(limit(), language())}</Show>
              </span>
              <span class="unseen">{meaning(at)}</span>
            </li>
          )}
        </For>
      </ol>
      <ul class="legend-apart">
        <li>
          <span class="legend-dot legend-zero" />
          {full(0)}
        </li>
        <li>
          <span class="legend-dot legend-none" />
          {words().noData}
        </li>
        <Show when={props.unplaced > 0}>
          <li>{words().unplaced(full(props.unplaced))}</li>
        </Show>
      </ul>
    </section>
  );
}
