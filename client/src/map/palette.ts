import { SHADES } from "./classes.ts";

export interface Palette {
  readonly ground: string;
  readonly line: string;
  readonly dim: string;
  readonly noData: string;
  readonly zero: string;
  readonly mark: string;
  readonly halo: string;
  /** From few to many. */
  readonly ramp: readonly string[];
}

/** The map's colours as the style sheet now resolves them: WebGL takes no custom properties. */
export function readPalette(): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    ground: read("ground"),
    line: read("graticule"),
    dim: read("dim"),
    noData: read("no-data"),
    zero: read("zero"),
    mark: read("accent"),
    halo: read("ground"),
    ramp: Array.from({ length: SHADES }, (_, index) => read(`ramp-${index + 1}`)),
  };
  probe.remove();
  return palette;
}
