import { parseWeighted } from "./quality.ts";

/** The media type of server-sent events (WHATWG HTML, 9.2). */
export const EVENT_STREAM = "text/event-stream";

/** Whether an Accept header names server-sent events, which nobody does by accident. */
export const acceptsEvents = (header: string | undefined): boolean =>
  header !== undefined &&
  parseWeighted(header).some(({ value, quality }) => value === EVENT_STREAM && quality > 0);

/** What one event says. */
export interface ServerEvent {
  readonly id?: string;
  readonly event?: string;
  /** One line of text, such as JSON. */
  readonly data?: string;
  /** Milliseconds after which the client should come back where the stream breaks. */
  readonly retry?: number;
}

/** An event as it is sent. One without data changes only what the client sends as Last-Event-ID. */
export function writeEvent({ retry, id, event, data }: ServerEvent): string {
  const fields = Object.entries({ retry, id, event, data }).filter(([, value]) => value !== undefined);
  return `${fields.map(([name, value]) => `${name}: ${value}\n`).join("")}\n`;
}

/** A comment, which clients pass over: it tells proxies and both ends that the other is there. */
export const HEARTBEAT = ":\n\n";
