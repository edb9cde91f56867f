import { createMemo, Show } from "solid-js";
import { formatSpan } from "../format/date.ts";
import { Breadcrumbs, type Step } from "../shell/breadcrumbs.tsx";
import { MetricSelect } from "../shell/metric-select.tsx";
import { COUNTRY, levelOf } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import type { Theme } from "../state/theme.ts";
import { useWords } from "../words/words.ts";
import type { Label } from "./labels.ts";
import { createLayers } from "./layers.ts";
import { Legend } from "./legend.tsx";
import { MapView } from "./map-view.tsx";

export interface MapSectionProps {
  /** From the country to the place last answered. */
  readonly steps: readonly Step[];
  /** Codes of the same for the selected place; undefined until answered. */
  readonly path: readonly string[] | undefined;
  readonly labels: readonly Label[];
  readonly theme: Theme;
  readonly span: { readonly from: string; readonly to: string } | undefined;
}

/** The map under its head: where we are, what is counted, how it is coloured. */
export function MapSection(props: MapSectionProps) {
  const words = useWords();
  const { place, language } = useSelection();
  const focus = createMemo(() => {
    if (place() === COUNTRY) return COUNTRY;
    return props.path?.at(levelOf(place()) === "PINCODE" ? -2 : -1) ?? null;
  });
  const layers = createLayers(focus);
  return (
    <section class="atlas" aria-label={words().map}>
      <header class="atlas-head">
        <Breadcrumbs steps={props.steps} />
        <MetricSelect />
        <p class="atlas-note">
          {words().perPincode}
          <Show when={props.span}>{(span) => <> · {formatSpan(span().from, span().to, language())}</>}</Show>
        </p>
        <Show when={layers.layer()}>
          {(layer) => <Legend breaks={layer().breaks} unplaced={layers.unplaced()} />}
        </Show>
      </header>
      <MapView layers={layers} path={props.path} labels={props.labels} theme={props.theme} />
    </section>
  );
}
