import type { ActivityStore } from "../../data/activity/store.ts";
import { Fault, type FaultCode } from "../../data/fault.ts";
import { type OpenedSnapshot, storeOver } from "../../data/open.ts";
import { runThread } from "../process/thread.ts";

const OPEN = new URL("./open-thread.ts", import.meta.url);

type Message =
  | { readonly opened: OpenedSnapshot }
  | { readonly fault: { readonly code: FaultCode; readonly message: string } };

/**
 * The store over a snapshot, read and summed up in a thread of its own, so that requests are answered meanwhile.
 * @throws Fault DATA_NOT_READY where it is damaged
 */
export async function openInThread(dataDir: string, version: string): Promise<ActivityStore> {
  const messages: Message[] = [];
  await runThread(OPEN, { dataDir, version }, (message: Message) => messages.push(message));
  const [message] = messages;
  if (message === undefined) throw new Error(`The thread that opens ${version} ended without a word.`);
  if ("fault" in message) throw new Fault(message.fault.code, message.fault.message);
  return storeOver(message.opened);
}
