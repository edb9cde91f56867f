import { Show } from "solid-js";
import { formatCount } from "../format/number.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";

export interface Tip {
  /** Index of the point. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Opened by a tap: it stays and offers the way down. */
  readonly pinned: boolean;
}

export interface TooltipProps {
  readonly tip: Tip;
  readonly code: string;
  readonly value: number | null;
  /** Undefined while they are asked for. */
  readonly name: string | undefined;
  readonly above: string | undefined;
  /** Where a tap leads. */
  readonly next: { readonly code: string; readonly name: string } | undefined;
  readonly size: { readonly width: number; readonly height: number };
  onOpen(code: string): void;
}

/** Name, district, state and value of the pincode under the pointer. */
export function Tooltip(props: TooltipProps) {
  const words = useWords();
  const { language, metric } = useSelection();
  return (
    <div
      class="tooltip"
      classList={{
        "is-left": props.tip.x > props.size.width / 2,
        "is-above": props.tip.y > props.size.height / 2,
        "is-pinned": props.tip.pinned,
      }}
      style={{ left: `${props.tip.x}px`, top: `${props.tip.y}px` }}
    >
      <p class="tooltip-name">
        {props.name ?? "…"} <span class="code">{props.code}</span>
      </p>
      <p class="tooltip-above">{props.above ?? "…"}</p>
      <p class="tooltip-value">
        <span>{words().metrics[metric()]}</span>
        <Show when={props.value !== null} fallback={<em>{words().noData}</em>}>
          <strong>{formatCount(props.value!, language())}</strong>
        </Show>
      </p>
      <Show when={props.tip.pinned && props.next}>
        {(next) => (
          <button type="button" class="button" onClick={() => props.onOpen(next().code)}>
            {words().open(next().name)}
          </button>
        )}
      </Show>
    </div>
  );
}
