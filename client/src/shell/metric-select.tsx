import { For } from "solid-js";
import { DATASET_KINDS, DATASETS, type Metric } from "../state/metric.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";

/** Chooses what is counted. */
export function MetricSelect() {
  const words = useWords();
  const { metric, go } = useSelection();
  const option = (one: Metric) => (
    <option value={one} selected={one === metric()}>
      {words().metrics[one]}
    </option>
  );
  return (
    <label class="metric">
      <span class="unseen">{words().metric}</span>
      <select onChange={({ currentTarget }) => go({ metric: currentTarget.value as Metric })}>
        {option("ACTIVITY")}
        <For each={DATASET_KINDS}>
          {(kind) => (
            <optgroup label={words().metrics[kind]}>
              {option(kind)}
              <For each={DATASETS[kind]}>{option}</For>
            </optgroup>
          )}
        </For>
      </select>
    </label>
  );
}
