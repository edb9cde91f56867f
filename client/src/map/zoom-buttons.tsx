import { useWords } from "../words/words.ts";

/** The map's buttons, for those who do not turn a wheel. */
export function ZoomButtons(props: { onZoom(steps: number): void; onFit(): void }) {
  const words = useWords();
  return (
    <div class="zoom">
      <button
        type="button"
        aria-label={words().zoomIn}
        title={words().zoomIn}
        onClick={() => props.onZoom(1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={words().zoomOut}
        title={words().zoomOut}
        onClick={() => props.onZoom(-1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={words().zoomFit}
        title={words().zoomFit}
        onClick={() => props.onFit()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
        </svg>
      </button>
    </div>
  );
}
