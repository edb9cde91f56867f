import { worker } from "workerpool";
import { Fault, type FaultCode } from "../../data/fault.ts";
import { TASKS, type Tasks } from "../../schema/compute.ts";

/** How a task ended. A Fault would not cross to the other thread as one. */
export type PoolResult =
  | { readonly done: unknown }
  | { readonly fault: { readonly code: FaultCode; readonly message: string; readonly details: object } };

function work(task: keyof Tasks, given: unknown): PoolResult {
  try {
    return { done: TASKS[task](given as never) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, details } = error;
    return { fault: { code, message, details } };
  }
}

worker({ work });
