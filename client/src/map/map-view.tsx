import { useClient } from "@urql/solid";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { createAnswer } from "../graph/answer.ts";
import { PathQuery } from "../graph/operations.ts";
import { Failure } from "../shell/failure.tsx";
import { COUNTRY, levelOf, stepTowards } from "../state/place-code.ts";
import { useSelection } from "../state/selection.ts";
import type { Theme } from "../state/theme.ts";
import { useWords } from "../words/words.ts";
import type { Atlas } from "./atlas.ts";
import { Frame } from "./frame.tsx";
import type { Label } from "./labels.ts";
import type { Layers } from "./layers.ts";
import { readPalette } from "./palette.ts";
import { boundsOf } from "./points.ts";
import { type Tip, Tooltip } from "./tooltip.tsx";
import { ZoomButtons } from "./zoom-buttons.tsx";

const loading = import("./atlas.ts");
loading.catch(() => undefined);

/** Degrees around a single pincode that the map shows. */
const AROUND = 0.2;
/** Pixels from a pincode's point up to its name; a larger place's name stands on its middle. */
const LABEL_RISE = 14;

export interface MapViewProps {
  readonly layers: Layers;
  /** Codes from the country to the selected place; undefined until known. */
  readonly path: readonly string[] | undefined;
  readonly labels: readonly Label[];
  readonly theme: Theme;
}

/** The map of all pincodes, following the selection and leading it. */
export function MapView(props: MapViewProps) {
  const words = useWords();
  const client = useClient();
  const { place, language, pointed, go } = useSelection();
  const [atlas, setAtlas] = createSignal<Atlas>();
  const [broken, setBroken] = createSignal(false);
  const [ready, setReady] = createSignal(false);
  const [moved, setMoved] = createSignal(0);
  const [tip, setTip] = createSignal<Tip | null>(null);
  let container!: HTMLDivElement;

  const isFine = () => ["DISTRICT", "PINCODE"].includes(levelOf(place()));
  const isPincode = () => levelOf(place()) === "PINCODE";
  const layers = props.layers;
  const calmly = !matchMedia("(prefers-reduced-motion: reduce)").matches;

  const codeAt = (index: number) => layers.points()!.codes[index]!;
  const tipCode = () => {
    const shown = tip();
    return shown === null || layers.points() === undefined ? null : codeAt(shown.index);
  };
  const tipPath = createAnswer(PathQuery, () => {
    const code = tipCode();
    return code === null ? null : { code, language: language() };
  });
  const tipPlace = () =>
    tipPath.of()?.code === tipCode() ? (tipPath.data()?.place ?? undefined) : undefined;
  const tipNext = () => {
    const found = tipPlace();
    if (found === undefined) return undefined;
    const way = [...found.ancestors, found];
    const next = stepTowards(
      props.path ?? [COUNTRY],
      way.map(({ code }) => code),
    );
    return way.find(({ code }) => code === next);
  };

  function show(index: number | null, pinned: boolean): void {
    const points = layers.points();
    const held = atlas();
    if (index === null || points === undefined || held === undefined) {
      if (pinned || tip()?.pinned !== true) setTip(null);
      return;
    }
    if (!pinned && tip()?.pinned) return;
    setTip({ index, ...held.project(points.longitude[index]!, points.latitude[index]!), pinned });
  }

  async function open(index: number | null): Promise<void> {
    if (matchMedia("(hover: none)").matches) {
      show(index, true);
      return;
    }
    if (index === null) return;
    const answer = await client.query(PathQuery, { code: codeAt(index), language: language() });
    const clicked = answer.data?.place;
    if (clicked == null) return;
    setTip(null);
    go({
      place: stepTowards(
        props.path ?? [COUNTRY],
        [...clicked.ancestors, clicked].map(({ code }) => code),
      ),
    });
  }

  onMount(async () => {
    try {
      const { openAtlas } = await loading;
      setAtlas(
        openAtlas(container, {
          onPoint: (index) => show(index, false),
          onClick: (index) => void open(index),
          onMove: () => {
            setTip(null);
            setMoved((times) => times + 1);
          },
          onIdle: () => setReady(true),
        }),
      );
    } catch {
      setBroken(true);
    }
  });
  onCleanup(() => atlas()?.close());

  createEffect(() => {
    const [held, points, classes] = [atlas(), layers.points(), layers.classes()];
    if (held && points && classes) held.draw(points, classes);
  });
  createEffect(() => {
    const [held, points, classes] = [atlas(), layers.points(), layers.classes()];
    if (held && points && classes) held.focus(points, classes, layers.focused());
  });
  createEffect(() => {
    props.theme;
    const [held, layer] = [atlas(), layers.layer()];
    if (held) held.paint(readPalette(), (layer?.breaks.length ?? 0) + 1, layers.focused().length > 0);
  });
  createEffect(() => {
    const [held, points] = [atlas(), layers.points()];
    const codes = [isPincode() ? place() : null, pointed(), tipCode()].filter((code) => code !== null);
    if (held && points) held.mark(points, layers.indices(codes));
  });

  createEffect(() => atlas()?.describe(words().mapKeys));

  function fit(animated: boolean): void {
    const [held, points] = [atlas(), layers.points()];
    if (!held || !points) return;
    const inside = isPincode() ? layers.indices([place()]) : layers.focused();
    const all = place() === COUNTRY ? points.codes.keys() : inside;
    const bounds = boundsOf(points, all);
    if (bounds === null) return;
    const [west, south, east, north] = bounds;
    const margin = isPincode() ? AROUND : 0;
    held.fit([west - margin, south - margin, east + margin, north + margin], animated && calmly);
  }
  const fitted = createMemo(() => (atlas() && layers.points() && layers.isFocused() ? place() : undefined));
  createEffect(
    on(fitted, (now, before) => {
      if (now === undefined || now === before) return;
      fit(before !== undefined);
    }),
  );

  const size = () => atlas()?.frame() ?? { width: 0, height: 0 };
  return (
    <div class="map" data-map={ready() ? "ready" : "loading"}>
      <div class="map-canvas" ref={container} />
      <Show when={!ready() && !broken() && !layers.failed()}>
        <p class="map-note" role="status">
          {words().mapLoading}
        </p>
      </Show>
      <Show when={broken()}>
        <p class="map-note">{words().noWebgl}</p>
      </Show>
      <Show when={layers.failed()}>
        <div class="map-note">
          <Failure />
        </div>
      </Show>
      <Show when={atlas()}>
        {(held) => (
          <>
            <Frame atlas={held()} moved={moved()} labels={props.labels} rise={isFine() ? LABEL_RISE : 0} />
            <ZoomButtons onZoom={(steps) => held().zoomBy(steps)} onFit={() => fit(true)} />
          </>
        )}
      </Show>
      <Show when={tip()}>
        {(shown) => (
          <Tooltip
            tip={shown()}
            code={codeAt(shown().index)}
            value={layers.layer()?.value[shown().index] ?? null}
            name={tipPlace()?.name}
            above={tipPlace()
              ?.ancestors.slice(1)
              .toReversed()
              .map(({ name }) => name)
              .join(", ")}
            next={tipNext()}
            size={size()}
            onOpen={(code) => {
              setTip(null);
              go({ place: code });
            }}
          />
        )}
      </Show>
    </div>
  );
}
