import { Index } from "solid-js";
import { useWords } from "../words/words.ts";
import type { Atlas } from "./atlas.ts";
import { degreesBetween, FINE_STEP, WIDE_STEP } from "./graticule.ts";
import { type Label, placeLabels } from "./labels.ts";

const FINE_FROM_ZOOM = 6.5;
/** Corners are left free of degrees, so that none meet. */
const CORNER = 48;

/** What is written over the map: degrees along its edges, names at places. Seen only; the table says it all. */
export function Frame(props: { atlas: Atlas; moved: number; labels: readonly Label[]; rise: number }) {
  const words = useWords();
  const frame = () => {
    props.moved;
    return props.atlas.frame();
  };
  const step = () => (frame().zoom < FINE_FROM_ZOOM ? WIDE_STEP : FINE_STEP);
  const names = () => placeLabels(props.labels, props.atlas.project, frame(), props.rise);
  const meridians = () => {
    const [west, south, east] = frame().bounds;
    const room = frame().width - CORNER;
    return degreesBetween(west, east, step())
      .map((degree) => ({ text: words().east(String(degree)), at: props.atlas.project(degree, south).x }))
      .filter(({ at }) => at > CORNER / 2 && at < room);
  };
  const parallels = () => {
    const [west, south, , north] = frame().bounds;
    return degreesBetween(south, north, step())
      .map((degree) => ({ text: words().north(String(degree)), at: props.atlas.project(west, degree).y }))
      .filter(({ at }) => at > CORNER / 2);
  };
  return (
    <div class="frame" aria-hidden="true">
      <Index each={meridians()}>
        {(tick) => (
          <span class="tick tick-east" style={{ left: `${tick().at}px` }}>
            {tick().text}
          </span>
        )}
      </Index>
      <Index each={parallels()}>
        {(tick) => (
          <span class="tick tick-north" style={{ top: `${tick().at}px` }}>
            {tick().text}
          </span>
        )}
      </Index>
      <Index each={names()}>
        {(name) => (
          <span class="label" style={{ left: `${name().x}px`, top: `${name().y}px` }}>
            {name().text}
          </span>
        )}
      </Index>
    </div>
  );
}
