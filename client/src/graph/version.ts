import { type Client, makeOperation, mapExchange } from "@urql/core";
import { createSignal } from "solid-js";
import { DatasetQuery } from "./operations.ts";

/** Milliseconds between two looks at what is served while the page is seen. */
const LOOK_AGAIN = 300_000;

const named = () => document.querySelector<HTMLMetaElement>('meta[name="data-version"]')?.content ?? null;

const [version, setVersion] = createSignal<string | null>(named());
const [changes, setChanges] = createSignal(0);

/** How often another dataset has been served since the page was opened. */
export const dataChanges = changes;

function notice(served: string): void {
  const before = version();
  if (before === served) return;
  setVersion(served);
  if (before !== null) setChanges((count) => count + 1);
}

/** Names the version in every question, so that its answer may be kept by all caches on the way. */
export const pinExchange = mapExchange({
  onOperation(operation) {
    const dataset = version();
    if (dataset === null || operation.context.isLook === true) return operation;
    const extensions = { ...operation.extensions, dataVersion: dataset };
    return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
  },
});

/** Fetches, noticing in each answer which dataset it is of: where that is another, all is asked again. */
export const noticingFetch: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  const served = response.headers.get("x-data-version");
  if (response.ok && served !== null) notice(served);
  return response;
};

/** Looks from time to time, and whenever the page is seen again, whether another dataset is served. */
export function watchVersion(client: Client): void {
  let looked = performance.now();
  const look = () => {
    if (document.hidden || performance.now() - looked < LOOK_AGAIN / 5) return;
    looked = performance.now();
    void client.query(DatasetQuery, {}, { requestPolicy: "network-only", isLook: true }).toPromise();
  };
  document.addEventListener("visibilitychange", look);
  setInterval(look, LOOK_AGAIN);
}
