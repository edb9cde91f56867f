const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus between a table's links by arrow keys, Home and End. */
export function stepFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody a")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const step = STEPS[event.key];
  const target =
    event.key === "Home" ? links[0] : event.key === "End" ? links.at(-1) : step && links[at + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
