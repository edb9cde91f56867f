import { Match, Show, Switch } from "solid-js";
import { formatSpan } from "../format/date.ts";
import { formatCount } from "../format/number.ts";
import { Failure } from "../shell/failure.tsx";
import { Skeleton } from "../shell/skeleton.tsx";
import type { Level } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import { Counts, type Values } from "./counts.tsx";
import { Series } from "./series.tsx";

export type PanelPlace = Values & { readonly code: string; readonly name: string; readonly level: Level };

export interface PanelProps {
  /** Undefined until known. */
  readonly place: PanelPlace | undefined;
  readonly span: { readonly from: string; readonly to: string } | undefined;
  readonly failed: boolean;
  readonly pending: boolean;
}

/** What is known of the selected place. */
export function Panel(props: PanelProps) {
  const words = useWords();
  const { language, metric } = useSelection();
  return (
    <section class="panel" aria-labelledby="place-title">
      <Switch fallback={<Skeleton lines={12} />}>
        <Match when={props.failed}>
          <Failure />
        </Match>
        <Match when={props.place}>
          {(place) => (
            <div classList={{ "is-pending": props.pending }}>
              <p class="eyebrow">
                {words().levels[place().level]} <span class="code">{place().code}</span>
              </p>
              <h2 id="place-title">{place().name}</h2>
              <a class="report-link" href={`/report/${place().code}?language=${language().toUpperCase()}`}>
                {words().report}
              </a>
              <p class="figure">
                <Show
                  when={place()[metric()] !== null}
                  fallback={<span class="absent">{words().noReport}</span>}
                >
                  {formatCount(place()[metric()]!, language())}
                </Show>
              </p>
              <p class="figure-note">
                {words().metrics[metric()]}
                <Show when={props.span}>
                  {(span) => <> · {formatSpan(span().from, span().to, language())}</>}
                </Show>
              </p>
              <Counts values={place()} />
              <Series placeCode={place().code} placeName={place().name} />
            </div>
          )}
        </Match>
      </Switch>
    </section>
  );
}
