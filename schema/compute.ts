import { type ProjectionAnswer, type ProjectionRequest, projectPlace } from "../engines/projection/answer.ts";

/** What engines compute for a request's own arguments; throws a Fault where those are a mistake. */
export interface Tasks {
  project(request: ProjectionRequest): ProjectionAnswer;
}

/** The same, wherever it is computed: elsewhere it may also fail with BUSY, TIMEOUT or ENGINE_FAILED. */
export type Compute = {
  readonly [task in keyof Tasks]: (
    given: Parameters<Tasks[task]>[0],
    signal?: AbortSignal,
  ) => Promise<ReturnType<Tasks[task]>>;
};

export const TASKS: Tasks = { project: (request) => projectPlace(request) };

/** Computes on the caller's own thread. */
export const HERE: Compute = { project: async (request) => TASKS.project(request) };
