import { Index, Show } from "solid-js";
import { formatMonth } from "../format/date.ts";
import { formatShort } from "../format/number.ts";
import type { Language } from "../state/view.ts";
import type { Facet, Mark } from "./chart-geometry.ts";

const [ABOVE, BELOW] = [8, 20];
/** Least room between the names of two months. */
const APART = 28;

function Bar(props: { mark: Mark; height: number }) {
  const { x, width } = props.mark;
  if (props.mark.kind === "silent")
    return <rect class="bar-silent" x={x} width={width} y={0} height={props.height} />;
  if (props.mark.height === 0)
    return <rect class="bar-zero" x={x} width={Math.max(width, 1)} y={props.height - 1} height={2} />;
  const height = Math.max(props.mark.height!, 1);
  return (
    <rect class={`bar-${props.mark.kind}`} x={x} width={width} y={props.height - height} height={height} />
  );
}

/** One field of the chart: bars on a scale of its own, months below. */
export function FacetPlot(props: {
  facet: Facet;
  width: number;
  /** The mark that is read, if it lies here. */
  read: Mark | undefined;
  language: Language;
  onRead(mark: Mark): void;
}) {
  const months = () => {
    const kept: { date: string; x: number }[] = [];
    for (const month of props.facet.months) {
      if (month.x - (kept.at(-1)?.x ?? -APART) >= APART && month.x < props.width - 8) kept.push(month);
    }
    return kept;
  };
  const nearest = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const distance = (mark: Mark) => Math.abs(mark.x + mark.width / 2 - at);
    props.onRead(props.facet.marks.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best)));
  };
  const right = () => props.facet.left + props.facet.width;
  return (
    <svg
      class="facet"
      width={props.width}
      height={props.facet.height + ABOVE + BELOW}
      aria-hidden="true"
      onPointerMove={nearest}
      onPointerDown={nearest}
    >
      <g transform={`translate(0 ${ABOVE})`}>
        <Index each={props.facet.marks.filter(({ kind }) => kind === "silent")}>
          {(mark) => <Bar mark={mark()} height={props.facet.height} />}
        </Index>
        <Index each={props.facet.ticks}>
          {(tick) => (
            <>
              <line
                class={tick().value === 0 ? "axis" : "gridline"}
                x1={props.facet.left}
                x2={right()}
                y1={props.facet.height - tick().height}
                y2={props.facet.height - tick().height}
              />
              <text class="tick-value" x={props.facet.left - 6} y={props.facet.height - tick().height + 4}>
                {formatShort(tick().value, props.language)}
              </text>
            </>
          )}
        </Index>
        <Index each={props.facet.marks.filter(({ kind }) => kind !== "silent")}>
          {(mark) => <Bar mark={mark()} height={props.facet.height} />}
        </Index>
        <Show when={props.read}>
          {(mark) => (
            <rect
              class="bar-read"
              x={mark().x - 1}
              width={mark().width + 2}
              y={0}
              height={props.facet.height}
            />
          )}
        </Show>
        <Index each={months()}>
          {(month) => (
            <text
              class="tick-month"
              classList={{ "is-middle": props.facet.kind === "batches" }}
              x={month().x}
              y={props.facet.height + 15}
            >
              {formatMonth(month().date, props.language)}
            </text>
          )}
        </Index>
      </g>
    </svg>
  );
}
