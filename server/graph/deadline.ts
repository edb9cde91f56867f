import { Fault } from "../../data/fault.ts";

/**
 * What `work` gives, or a Fault TIMEOUT after so many milliseconds. The signal given to the work is aborted
 * then, and when the outer one is, so that it really stops; it is not waited for.
 */
export async function withDeadline<T>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const end = (reason: unknown, shown: unknown) => {
    reject(shown);
    stop.abort(reason);
  };
  const leave = () => end(outer.reason, outer.reason);
  if (outer.aborted) throw outer.reason;
  outer.addEventListener("abort", leave, { once: true });
  const timer = setTimeout(() => {
    const seconds = milliseconds / 1000;
    const message = `The request was stopped after ${seconds} s: ask for fewer places, a shorter range or a coarser bucket.`;
    end(new DOMException(message, "TimeoutError"), new Fault("TIMEOUT", message));
  }, milliseconds);
  try {
    return await Promise.race([work(stop.signal), stopped]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", leave);
  }
}
