import { Index } from "solid-js";
import { useWords } from "../words/words.ts";

/** Lines where text will be. */
export function Skeleton(props: { lines: number }) {
  const words = useWords();
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{words().loading}</span>
      <Index each={Array.from({ length: props.lines })}>{() => <span aria-hidden="true" />}</Index>
    </div>
  );
}
