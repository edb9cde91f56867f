import { type Accessor, createContext, createSignal, onCleanup, useContext } from "solid-js";
import type { Metric } from "./metric.ts";
import { formatView, type Language, parseView, type View } from "./view.ts";

/** What is selected, kept in the page's address: the browser's history is its undo. */
export interface Selection {
  readonly place: Accessor<string>;
  readonly metric: Accessor<Metric>;
  readonly language: Accessor<Language>;
  /** A pincode that is pointed at in the table, so that the map may show it. */
  readonly pointed: Accessor<string | null>;
  point(code: string | null): void;
  /** Address of the present view with these parts changed. */
  hrefOf(change: Partial<View>): string;
  /** Goes there; an entry of its own in the history. */
  go(change: Partial<View>): void;
}

export function createSelection(): Selection {
  const [view, setView] = createSignal(parseView(location.search));
  const [pointed, point] = createSignal<string | null>(null);
  const onPopState = () => setView(parseView(location.search));
  addEventListener("popstate", onPopState);
  onCleanup(() => removeEventListener("popstate", onPopState));
  const hrefOf = (change: Partial<View>) => `${location.pathname}${formatView({ ...view(), ...change })}`;
  return {
    place: () => view().place,
    metric: () => view().metric,
    language: () => view().language,
    pointed,
    point,
    hrefOf,
    go(change) {
      const next = { ...view(), ...change };
      if (formatView(next) === formatView(view())) return;
      history.pushState(null, "", hrefOf(change));
      point(null);
      setView(next);
    },
  };
}

const SelectionContext = createContext<Selection>();
export const SelectionProvider = SelectionContext.Provider;

export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (selection === undefined) throw new Error("A component that needs the selection stands outside it.");
  return selection;
}
