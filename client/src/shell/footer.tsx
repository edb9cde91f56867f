import { Show } from "solid-js";
import { formatCount } from "../format/number.ts";
import { useSelection } from "../state/selection.ts";
import { useWords } from "../words/words.ts";

export interface FooterProps {
  readonly dataset:
    | { readonly version: string; readonly source: "OFFICIAL" | "SAMPLE"; readonly pincodes: number }
    | undefined;
}

/** Where the figures come from, and where to ask for others. */
export function Footer(props: FooterProps) {
  const words = useWords();
  const { language } = useSelection();
  return (
    <footer class="footer">
      <Show when={props.dataset}>
        {(dataset) => (
          <>
            <span>{dataset().source === "SAMPLE" ? words().sourceSample : words().sourceOfficial}</span>
            <span>
              {formatCount(dataset().pincodes, language())} {words().children.DISTRICT.toLowerCase()}
            </span>
            <span>
              {words().version} <code>{dataset().version}</code>
            </span>
          </>
        )}
      </Show>
      <span>{words().coordinates}</span>
      <span>{words().approximate}</span>
      <a href="/graphiql">{words().graphiql}</a>
    </footer>
  );
}
