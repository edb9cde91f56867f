import { type Accessor, createMemo } from "solid-js";
import { createAnswer } from "../graph/answer.ts";
import { ChildrenQuery, NeighboursQuery } from "../graph/operations.ts";
import type { Metric } from "../state/metric.ts";
import { type Level, levelBelow, levelOf } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import { mergeRows, type Row } from "./rows.ts";

export interface Children {
  /**
   * The places under the selected one, or around it where it is a pincode; undefined until known. Of another
   * measure or language they stay until the next answer, of another place never.
   */
  readonly rows: Accessor<readonly Row[] | undefined>;
  /** Level of the selected place. */
  readonly level: Accessor<Level>;
  /** What the rows count. */
  readonly metric: Accessor<Metric>;
  readonly failed: Accessor<boolean>;
  readonly pending: Accessor<boolean>;
}

/** The places one step down from the selected one, with their values. */
export function createChildren(): Children {
  const { place, metric, language } = useSelection();
  const below = () => levelBelow(levelOf(place()));
  const groups = createAnswer(ChildrenQuery, () => {
    const level = below();
    if (level === null) return null;
    return { within: place(), level, by: level, metric: metric(), language: language() };
  });
  const around = createAnswer(NeighboursQuery, () =>
    below() === null ? { code: place(), metric: metric(), language: language() } : null,
  );
  const rows = createMemo(() => {
    if (below() !== null) {
      const data = groups.of()?.within === place() ? groups.data() : undefined;
      return data && mergeRows(data.stats.rows, data.places.nodes);
    }
    const found = around.of()?.code === place() ? around.data()?.place : undefined;
    if (found === undefined) return undefined;
    const near = found !== null && "neighbours" in found ? found.neighbours : [];
    return near.map((pincode) => ({ ...pincode, share: null }));
  });
  const active = () => (below() === null ? around : groups);
  return {
    rows,
    level: () => levelOf(place()),
    metric: () => groups.of()?.metric ?? around.of()?.metric ?? metric(),
    failed: () => active().error() !== undefined,
    pending: () => active().pending(),
  };
}
