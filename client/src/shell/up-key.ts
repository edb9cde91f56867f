import { onCleanup, onMount } from "solid-js";

/** Calls back on Escape, unless something nearer to the focus took it. */
export function onEscape(up: () => void): void {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target;
    const isTaken = target instanceof HTMLElement && target.matches("input, select, textarea");
    if (event.key === "Escape" && !event.defaultPrevented && !isTaken) up();
  };
  onMount(() => document.addEventListener("keydown", onKeyDown));
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));
}
