import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/shell.css";
import "./styles/map.css";
import "./styles/panel.css";
import "./styles/table.css";
import { Provider } from "@urql/solid";
import { ErrorBoundary } from "solid-js";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { retryFailed } from "./graph/answer.ts";
import { createClient } from "./graph/client.ts";
import { watchVersion } from "./graph/version.ts";
import { Broken } from "./shell/broken.tsx";
import { createSelection, SelectionProvider } from "./state/selection.ts";

addEventListener("online", retryFailed);

const client = createClient();
watchVersion(client);

const root = document.getElementById("app")!;
root.replaceChildren();
render(
  () => (
    <Provider value={client}>
      <SelectionProvider value={createSelection()}>
        <ErrorBoundary fallback={() => <Broken />}>
          <App />
        </ErrorBoundary>
      </SelectionProvider>
    </Provider>
  ),
  root,
);
