import type { AnyVariables, CombinedError, TypedDocumentNode } from "@urql/core";
import { useClient } from "@urql/solid";
import { type Accessor, createComputed, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { dataChanges } from "./version.ts";

interface State<D, V> {
  readonly data: D | undefined;
  readonly of: V | undefined;
  readonly error: CombinedError | undefined;
  readonly pending: boolean;
}

export interface Answer<D, V> {
  /** The last answer, kept while the next one is on its way; undefined before the first and after a failure. */
  readonly data: Accessor<D | undefined>;
  /** The variables that `data` answers. */
  readonly of: Accessor<V | undefined>;
  readonly error: Accessor<CombinedError | undefined>;
  readonly pending: Accessor<boolean>;
}

const [attempts, setAttempts] = createSignal(0);

/** Asks again whatever failed, wherever on the page: what one part lacks, another may too. */
export const retryFailed = (): void => void setAttempts((last) => last + 1);

/**
 * Asks an operation again whenever its variables change; null asks nothing and forgets the last answer.
 * It holds answers by reference: createQuery of @urql/solid reconciles each answer into the one before,
 * which rewrites what urql's cache keeps, and would wrap columns of 19,000 values in proxies.
 */
export function createAnswer<D, V extends AnyVariables>(
  document: TypedDocumentNode<D, V>,
  variables: Accessor<V | null>,
): Answer<D, V> {
  const client = useClient();
  const nothing: State<D, V> = { data: undefined, of: undefined, error: undefined, pending: false };
  const [state, setState] = createSignal(nothing);
  const [round, setRound] = createSignal(0);
  const wanted = createMemo(variables, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  createComputed(
    on(attempts, () => untrack(state).error !== undefined && setRound((last) => last + 1), { defer: true }),
  );
  createComputed(() => {
    const asked = wanted();
    const changes = dataChanges();
    const again = round() > 0;
    if (asked == null) {
      setState(nothing);
      return;
    }
    setState((last) => ({ ...last, error: undefined, pending: true }));
    // urql keeps answers by question alone: once another dataset is served, browsers' own caches do better.
    const policy = changes > 0 ? "network-only" : again ? "cache-and-network" : "cache-first";
    const source = client.query(document, asked, { requestPolicy: policy });
    const { unsubscribe } = source.subscribe(({ data, error }) => {
      setState({ data, of: asked, error: data === undefined ? error : undefined, pending: false });
    });
    onCleanup(unsubscribe);
  });
  return {
    data: () => state().data,
    of: () => state().of,
    error: () => state().error,
    pending: () => state().pending,
  };
}
