import { For, Show } from "solid-js";
import { formatCount } from "../format/number.ts";
import { type Count, DATASET_KINDS, DATASETS, type Metric } from "../state/metric.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";

export type Values = Readonly<Record<Metric, number | null>>;

/** The seven published counts under the totals of their datasets; each row chooses its measure. */
export function Counts(props: { values: Values }) {
  const words = useWords();
  const { language, metric, go } = useSelection();
  const largest = () =>
    Math.max(1, ...DATASET_KINDS.flatMap((kind) => DATASETS[kind].map((one) => props.values[one] ?? 0)));
  const Line = (line: { metric: Metric; label: string; bar?: Count }) => (
    <button
      type="button"
      class="measure"
      aria-pressed={line.metric === metric()}
      onClick={() => go({ metric: line.metric })}
    >
      <span>{line.label}</span>
      <Show
        when={props.values[line.metric] !== null}
        fallback={<span class="number absent">{words().noReport}</span>}
      >
        <span class="number">{formatCount(props.values[line.metric]!, language())}</span>
      </Show>
      <Show when={line.bar}>
        {(count) => (
          <span
            class="bar"
            aria-hidden="true"
            style={{ "--part": (props.values[count()] ?? 0) / largest() }}
          />
        )}
      </Show>
    </button>
  );
  return (
    <ul class="counts" aria-label={words().counts}>
      <For each={DATASET_KINDS}>
        {(kind) => (
          <li class="dataset">
            <Line metric={kind} label={words().metrics[kind]} />
            <ul>
              <For each={DATASETS[kind]}>
                {(count) => (
                  <li>
                    <Line metric={count} label={words().ages[count]} bar={count} />
                  </li>
                )}
              </For>
            </ul>
          </li>
        )}
      </For>
      <li class="dataset">
        <Line metric="ACTIVITY" label={words().metrics.ACTIVITY} />
      </li>
    </ul>
  );
}
