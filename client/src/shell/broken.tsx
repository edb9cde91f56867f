import { useWords } from "../words/words.ts";

/** What is left when the page itself failed: a word and a way back. */
export function Broken() {
  const words = useWords();
  return (
    <main class="broken">
      <h1>{words().title}</h1>
      <p role="alert">{words().broken}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words().reload}
      </button>
    </main>
  );
}
