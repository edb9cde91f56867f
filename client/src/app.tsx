import { createEffect, createMemo, Show } from "solid-js";
import { formatCount } from "./format/number.ts";
import { createAnswer } from "./graph/answer.ts";
import { CountsQuery, DatasetQuery } from "./graph/operations.ts";
import { MapSection } from "./map/section.tsx";
import { Panel } from "./panel/panel.tsx";
import { Announcer } from "./shell/announcer.tsx";
import { Failure } from "./shell/failure.tsx";
import { Footer } from "./shell/footer.tsx";
import { Header } from "./shell/header.tsx";
import { Unknown } from "./shell/unknown.tsx";
import { onEscape } from "./shell/up-key.ts";
import { useSelection } from "./state/selection.ts";
import { createTheme } from "./state/theme.ts";
import { createChildren } from "./table/children.ts";
import { PlacesTable } from "./table/places-table.tsx";
import { useWords } from "./words/words.ts";

/** The page: map, panel and table of one selection. */
export function App() {
  const words = useWords();
  const { place, metric, language, go } = useSelection();
  const choice = createTheme();
  const dataset = createAnswer(DatasetQuery, () => ({}));
  const counts = createAnswer(CountsQuery, () => ({ code: place(), language: language() }));
  const children = createChildren();

  const held = () => dataset.data()?.dataset;
  const known = () => counts.data()?.place ?? undefined;
  const isUnknown = () => counts.data()?.place === null && counts.of()?.code === place();
  const steps = createMemo(() => {
    const found = known();
    return found === undefined ? [] : [...found.ancestors, found];
  });
  const path = createMemo(() =>
    counts.of()?.code === place() ? steps().map(({ code }) => code) : undefined,
  );
  const labels = createMemo(() =>
    (children.rows() ?? []).flatMap(({ code, name, longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [{ code, text: name, longitude, latitude }],
    ),
  );
  const spoken = () => {
    const found = known();
    if (found === undefined) return undefined;
    const value = found[metric()];
    const said = value === null ? words().noReport : formatCount(value, language());
    return words().selected(found.name, words().metrics[metric()], said);
  };
  onEscape(() => {
    const above = steps().at(-2);
    if (above !== undefined) go({ place: above.code });
  });
  createEffect(() => {
    document.documentElement.lang = language() === "HI" ? "hi" : "en";
    document.title = [known()?.name, words().title].filter(Boolean).join(" · ");
  });

  return (
    <div class="page" classList={{ "has-banner": held()?.source === "SAMPLE" }}>
      <a class="skip" href="#places">
        {words().skip}
      </a>
      <Header choice={choice} />
      <Show when={held()?.source === "SAMPLE"}>
        <aside class="banner" aria-label={words().notice}>
          {words().sample}
        </aside>
      </Show>
      <Show when={dataset.error()}>
        <div class="banner">
          <Failure />
        </div>
      </Show>
      <main class="main">
        <MapSection steps={steps()} path={path()} labels={labels()} theme={choice.theme()} span={held()} />
        <Show when={!isUnknown()} fallback={<Unknown code={place()} />}>
          <Panel
            place={known()}
            span={held()}
            failed={counts.error() !== undefined}
            pending={counts.pending()}
          />
          <PlacesTable children={children} />
        </Show>
      </main>
      <Footer dataset={held()} />
      <Announcer text={spoken()} />
    </div>
  );
}
