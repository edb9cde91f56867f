import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type Combined,
  type CombinedStretch,
  type CombineJob,
  combineStretch,
  cutsOf,
  joinStretches,
} from "./combine.ts";
import type { FoundFile } from "./discover.ts";
import type { Gathered, ScatterJob } from "./gather.ts";
import { linesRoomFor } from "./ledger-lines.ts";
import type { MendedPlaces } from "./mended-places.ts";
import type { Share, Work } from "./share.ts";
import { type Copy, copyAll } from "./shared.ts";
import { joinRows, refuseManyPlaces, roomFor } from "./table.ts";
import type { Answer, Task } from "./thread.ts";

/** Bytes of files that keep a thread busy for longer than it takes to start. */
const BYTES_PER_THREAD = 16e6;
const MOST_THREADS = 4;

/** A thread that helps an import; it does one task at a time. */
export class Helper {
  readonly #worker = new Worker(new URL("./thread.ts", import.meta.url));

  read(work: Work, first: number): Promise<Share> {
    return this.#ask({ read: work, first });
  }

  scatter(job: ScatterJob): Promise<void> {
    return this.#ask({ scatter: job });
  }

  combine(job: CombineJob, begin: number, end: number): Promise<CombinedStretch> {
    return this.#ask({ combine: job, begin, end });
  }

  copy(copies: readonly Copy[]): Promise<void> {
    return this.#ask({ copy: copies });
  }

  dismiss(): Promise<unknown> {
    return this.#worker.terminate();
  }

  async #ask<T>(task: Task): Promise<T> {
    this.#worker.postMessage(task);
    const [answer]: Answer[] = await once(this.#worker, "message");
    if ("failed" in answer!) throw answer.failed;
    return answer!.done as T;
  }
}

/** Threads that help this one, so that there are `threads` in all. */
export const hire = (threads: number): Helper[] => Array.from({ length: threads - 1 }, () => new Helper());

/** How many threads pay: more than one only where the files keep them busy for longer than they take to start. */
export function threadsFor(files: readonly FoundFile[]): number {
  const bytes = files.reduce((total, file) => total + file.bytes, 0);
  const busy = Math.floor(bytes / BYTES_PER_THREAD);
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism(), files.length, busy));
}

/** Combines all lines, on this thread and the helpers'. */
export async function combineAll(
  gathered: Gathered,
  places: MendedPlaces,
  datasets: Uint8Array,
  helpers: readonly Helper[],
): Promise<Combined> {
  refuseManyPlaces(places.districts, places.pincodes);
  const { starts, lines, wide, firstDay, days } = gathered;
  const { order, mended, district, pincode } = places;
  const total = starts.at(-1)!;
  const [room, told] = [roomFor(total), linesRoomFor(total)];
  const where = { order, mended, district, pincode, datasets, room, told };
  const job = { starts, lines, wide, firstDay, days, ...where };
  const cuts = cutsOf(job, helpers.length + 1);
  const helping = helpers.map((helper, index) => helper.combine(job, cuts[index + 1]!, cuts[index + 2]!));
  const own = combineStretch(job, cuts[0]!, cuts[1]!);
  const stretches = [own, ...(await Promise.all(helping))];
  const ends = stretches.map((stretch) => stretch.rows);
  const { rows, copies } = joinRows(room, ends, places.districts, places.pincodes);
  const copying = helpers.map((helper, index) => helper.copy(copies[index + 1]!));
  copyAll(copies[0]!);
  const rest = joinStretches(job, stretches);
  await Promise.all(copying);
  return { rows, ...rest };
}
