import { Fault } from "../data/fault.ts";
import { builder } from "./builder.ts";

/** The most items one page may hold. */
export const MAX_FIRST = 1000;

export interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * The page size asked for, or the field's default where the caller wrote null.
 * @throws Fault BAD_USER_INPUT outside 1..1000
 */
export function pageSize(first: number | null | undefined, usual: number): number {
  const size = first ?? usual;
  if (size >= 1 && size <= MAX_FIRST) return size;
  throw new Fault("BAD_USER_INPUT", `first is ${size}: it must be from 1 to ${MAX_FIRST}.`);
}

export const PageInfo = builder.objectRef<Page>("PageInfo");

PageInfo.implement({
  description: "Where a page ends and whether more follows.",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether anything follows this page." }),
    endCursor: t.exposeString("endCursor", {
      nullable: true,
      description:
        "Opaque mark of the last item here: give it as `after` to go on. Null where the page is empty. It serves the same question only.",
    }),
  }),
});
