import type { JSX } from "solid-js";
import { useSelection } from "../state/selection.ts";

/** A link to a place: an address of its own, opened without loading the page anew. */
export function PlaceLink(props: { code: string; class?: string; children: JSX.Element }) {
  const { hrefOf, go } = useSelection();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ place: props.code });
  };
  return (
    <a href={hrefOf({ place: props.code })} class={props.class} onClick={follow}>
      {props.children}
    </a>
  );
}
