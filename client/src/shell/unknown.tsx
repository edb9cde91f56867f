import { COUNTRY } from "../state/place-code.ts";
import { useWords } from "../words/words.ts";
import { PlaceLink } from "./place-link.tsx";

/** Stands where the place would, where an address names none that is known. */
export function Unknown(props: { code: string }) {
  const words = useWords();
  return (
    <section class="panel is-alone" id="places" tabIndex={-1} aria-labelledby="place-title">
      <h2 id="place-title">{words().noPlace(props.code)}</h2>
      <p class="empty">
        <PlaceLink code={COUNTRY}>{words().toIndia}</PlaceLink>
      </p>
    </section>
  );
}
