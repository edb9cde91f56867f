import { For } from "solid-js";
import { useWords } from "../words/words.ts";
import { PlaceLink } from "./place-link.tsx";

export interface Step {
  readonly code: string;
  readonly name: string;
}

/** The way from the country to the selected place. */
export function Breadcrumbs(props: { steps: readonly Step[] }) {
  const words = useWords();
  return (
    <nav class="breadcrumbs" aria-label={words().path}>
      <ol>
        <For each={props.steps}>
          {(step, at) => (
            <li>
              {at() < props.steps.length - 1 ? (
                <PlaceLink code={step.code}>{step.name}</PlaceLink>
              ) : (
                <span aria-current="page">{step.name}</span>
              )}
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
