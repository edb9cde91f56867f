import type { Admin } from "../../schema/context.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Served } from "../served.ts";
import type { GraphParams } from "./params.ts";

/** One operation on its way through Yoga: what its plugins are given, and what they note. */
export interface Run {
  readonly served: Served;
  readonly admin: Admin | null;
  readonly params: GraphParams;
  /** Aborted when the operation ran out of time or nobody waits for it any more. */
  readonly signal: AbortSignal;
  readonly notes: Notes;
}

/** What is learnt on the way. Yoga copies the object that holds it, but not this. */
export interface Notes {
  /** What the operation would cost; 0 while it is not known. */
  cost: number;
  /** Whether it gave data and no error. */
  complete: boolean;
  /** Codes of the states whose counts were read; the country's where of all. */
  readonly states: Set<string>;
}

/** The answer of one operation. */
export interface Answer {
  /** The document as it was sent: the places of its mistakes are places in it. */
  readonly query: string;
  readonly status: number;
  readonly mediaType: MediaType;
  readonly body: Buffer;
  /** Methods allowed, where the method was the mistake. */
  readonly allow: string | null;
  /** 200 with data and without any error: the only kind that may be stored. */
  readonly complete: boolean;
  /** Codes of the states whose counts it was made of; the country's where of all. */
  readonly states: ReadonlySet<string>;
}
