import { createMemo, Match, Switch } from "solid-js";
import { createAnswer } from "../graph/answer.ts";
import { SeriesQuery } from "../graph/operations.ts";
import { Failure } from "../shell/failure.tsx";
import { Skeleton } from "../shell/skeleton.tsx";
import { COUNTRY } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";
import { partsOf } from "./calendar.ts";
import { Chart } from "./chart.tsx";
import { Figures } from "./figures.tsx";

/** The selected measure of the selected place over time, as a chart and as figures. */
export function Series(props: { placeCode: string; placeName: string }) {
  const words = useWords();
  const { place, metric } = useSelection();
  const own = createAnswer(SeriesQuery, () => ({ code: place(), metric: metric() }));
  const national = createAnswer(SeriesQuery, () => ({ code: COUNTRY, metric: metric() }));
  /** Both answers speak of the place and measure that the page names just now: no figure stands under another's name. */
  const isPresent = () =>
    props.placeCode === place() &&
    own.of()?.code === place() &&
    own.of()?.metric === metric() &&
    national.of()?.metric === metric();
  const parts = createMemo(() => {
    if (!isPresent()) return undefined;
    const [series, calendar] = [own.data()?.place?.series, national.data()?.place?.series];
    return series && calendar && partsOf(series, calendar);
  });
  const figures = () => [...(parts()?.batches ?? []), ...(parts()?.days ?? [])];
  return (
    <section class="series" aria-labelledby="series-title">
      <header class="section-head">
        <h3 id="series-title">{words().chart}</h3>
        <p>{words().metrics[metric()]}</p>
      </header>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={own.error() ?? national.error()}>
          <Failure />
        </Match>
        <Match when={parts()}>
          {(known) => (
            <>
              <Chart parts={known()} placeName={props.placeName} />
              <Figures points={figures()} />
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
