import { createEffect, createSignal, on } from "solid-js";

/** Says each new text to screen readers, but not the first: the page itself tells that. */
export function Announcer(props: { text: string | undefined }) {
  const [said, setSaid] = createSignal("");
  createEffect(
    on(
      () => props.text,
      (text, before) => {
        if (text !== undefined && before !== undefined) setSaid(text);
      },
    ),
  );
  return (
    <p class="unseen" aria-live="polite">
      {said()}
    </p>
  );
}
