import { retryFailed } from "../graph/answer.ts";
import { useWords } from "../words/words.ts";

/** A part that could not be loaded, with a way to try again. */
export function Failure() {
  const words = useWords();
  return (
    <div class="failure" role="alert">
      <p>{words().failed}</p>
      <button type="button" class="button" onClick={retryFailed}>
        {words().retry}
      </button>
    </div>
  );
}
