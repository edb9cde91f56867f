import { type DocumentNode, visit } from "graphql";

/** What lowers the cost of a field that has the argument, in the order in which it is offered. */
const HINTS: readonly (readonly [argument: string, hint: string])[] = [
  ["first", "lower `first`"],
  ["bucket", "take a coarser `bucket`"],
  ["groupBy", "group by a wider place in `groupBy`, or name fewer in `where.places`"],
  ["within", "name a smaller place in `within`"],
  ["level", "ask for a wider `level`"],
  ["from", "move `from` and `to` closer together"],
];

/** Hints of arguments that every operation can add. */
const OTHERWISE = "page with `first`, or ask for fewer fields at once";

/** The arguments to lower in an operation that costs too much: of those it uses. */
export function costHint(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, {
    Argument({ name }) {
      used.add(name.value);
    },
    ObjectField({ name }) {
      used.add(name.value);
    },
  });
  const hints = HINTS.filter(([argument]) => used.has(argument)).map(([, hint]) => hint);
  const text = hints.length === 0 ? OTHERWISE : hints.join(", ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
