import { createSignal, For, Show } from "solid-js";
import { formatDay } from "../format/date.ts";
import { formatCount } from "../format/number.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import type { Point } from "./calendar.ts";

/** The chart's figures as a table, made when it is opened. */
export function Figures(props: { points: readonly Point[] }) {
  const words = useWords();
  const { language } = useSelection();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <details class="figures" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words().asTable}</summary>
      <Show when={isOpen()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words().date}</th>
              <th scope="col" class="number">
                {words().value}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.points}>
              {({ date, value }) => (
                <tr>
                  <th scope="row">{formatDay(date, language())}</th>
                  <td class="number">{value === null ? words().noReport : formatCount(value, language())}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </details>
  );
}
