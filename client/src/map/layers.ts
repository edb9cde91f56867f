import { type Accessor, createMemo } from "solid-js";
import { createAnswer } from "../graph/answer.ts";
import { MembersQuery, PointsQuery, ValuesQuery } from "../graph/operations.ts";
import { COUNTRY } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import { classOf } from "./classes.ts";
import type { Points } from "./points.ts";

export interface Layers {
  readonly points: Accessor<Points | undefined>;
  /** Values and legend breaks of the metric, aligned with the points. */
  readonly layer: Accessor<
    { readonly value: readonly (number | null)[]; readonly breaks: readonly number[] } | undefined
  >;
  /** How many pincodes no source places. */
  readonly unplaced: Accessor<number>;
  /** Class of each point. */
  readonly classes: Accessor<Int8Array | undefined>;
  /** Indices of the pincodes of these codes that are drawn. */
  indices(codes: readonly string[]): number[];
  /** Indices in the focus; empty where it is the whole country. */
  readonly focused: Accessor<number[]>;
  /** Whether `focused` speaks of the present focus. */
  readonly isFocused: Accessor<boolean>;
  readonly failed: Accessor<boolean>;
}

/**
 * What the map draws: the points, asked once; one value each, asked again per metric; and which of them lie in
 * the focus.
 *
 * @param focus code of the place that stands out; null until it is known
 */
export function createLayers(focus: () => string | null): Layers {
  const { metric } = useSelection();
  const points = createAnswer(PointsQuery, () => ({}));
  const values = createAnswer(ValuesQuery, () => ({ metric: metric() }));
  const members = createAnswer(MembersQuery, () => {
    const within = focus();
    return within === null || within === COUNTRY ? null : { within };
  });
  const answers = [points, values, members];
  const columns = createMemo(() => points.data()?.map ?? undefined);
  const layer = createMemo(() => {
    const [held, given] = [columns(), values.data()?.map];
    return held !== undefined && given?.value.length === held.codes.length ? given : undefined;
  });
  const classes = createMemo(() => {
    const given = layer();
    return given && Int8Array.from(given.value, (value) => classOf(value, given.breaks));
  });
  const indexOf = createMemo(() => new Map(columns()?.codes.map((code, index) => [code, index])));
  const indices = (codes: readonly string[]) => {
    const all = indexOf();
    return codes.flatMap((code) => all.get(code) ?? []);
  };
  return {
    points: columns,
    layer,
    unplaced: () => columns()?.unplaced ?? 0,
    classes,
    indices,
    focused: createMemo(() => indices(members.data()?.map?.codes ?? [])),
    isFocused: () => focus() === COUNTRY || (focus() !== null && members.of()?.within === focus()),
    failed: () => answers.some((one) => one.error() !== undefined),
  };
}
