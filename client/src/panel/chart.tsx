import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { formatDay, formatWeekday } from "../format/date.ts";
import { formatCount } from "../format/number.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import type { Parts } from "./calendar.ts";
import { chartOf, type Mark } from "./chart-geometry.ts";
import { FacetPlot } from "./facet.tsx";

const HEIGHTS = { gutter: 58, batchHeight: 60, dayHeight: 104 };
const FIRST_WIDTH = 340;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageUp: 7, PageDown: -7 };

/** The series as bars: batches and days apart; a silent day is shaded, a reported zero drawn on the line. */
export function Chart(props: { parts: Parts; placeName: string }) {
  const words = useWords();
  const { language, metric } = useSelection();
  const [width, setWidth] = createSignal(FIRST_WIDTH);
  const [at, setAt] = createSignal<number | null>(null);
  let frame!: HTMLDivElement;

  onMount(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(frame);
    onCleanup(() => observer.disconnect());
  });
  createEffect(
    on(
      () => props.parts,
      () => setAt(null),
    ),
  );

  const facets = createMemo(() => chartOf(props.parts, { width: width(), ...HEIGHTS }));
  const marks = createMemo(() => facets().flatMap((facet) => facet.marks));
  const read = (): Mark | undefined => marks()[at() ?? -1];
  const textOf = ({ point, kind }: Mark) => {
    const date =
      kind === "batch"
        ? words().batchOn(formatDay(point.date, language()))
        : formatWeekday(point.date, language());
    return `${date}: ${point.value === null ? words().silent : formatCount(point.value, language())}`;
  };
  const alt = () => {
    const silent = props.parts.days.filter((day) => !day.reported).length;
    const days = props.parts.days.length - silent;
    return words().chartAlt(
      words().metrics[metric()],
      props.placeName,
      props.parts.batches.length,
      days,
      silent,
    );
  };
  function onKeyDown(event: KeyboardEvent): void {
    const last = marks().length - 1;
    const step = STEPS[event.key];
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? last : step && (at() ?? (step > 0 ? -1 : 0)) + step;
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.min(Math.max(next, 0), last));
  }

  return (
    <div class="chart" ref={frame}>
      <Show when={facets().length > 0} fallback={<p class="empty">{words().noSeries}</p>}>
        <p class="chart-read" aria-hidden="true">
          <Show when={read()} fallback={<span class="code">{words().unit}</span>}>
            {(mark) => textOf(mark())}
          </Show>
        </p>
        <div
          class="chart-fields"
          role="slider"
          tabIndex={0}
          aria-label={`${alt()} ${words().chartKeys}`}
          aria-valuemin={0}
          aria-valuemax={marks().length - 1}
          aria-valuenow={at() ?? 0}
          aria-valuetext={read() ? textOf(read()!) : words().unit}
          onKeyDown={onKeyDown}
          onPointerLeave={() => setAt(null)}
        >
          <For each={facets()}>
            {(facet) => (
              <>
                <h4 class="facet-title">
                  {facet.kind === "batches" ? words().batches : words().daily}
                  <span>
                    <Show when={facet.kind === "daily"} fallback={words().batchesNote}>
                      <i class="silent-key" /> {words().silent}
                    </Show>
                  </span>
                </h4>
                <FacetPlot
                  facet={facet}
                  width={width()}
                  read={read() && facet.marks.includes(read()!) ? read() : undefined}
                  language={language()}
                  onRead={(mark) => setAt(marks().indexOf(mark))}
                />
              </>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
