import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";

/** Each field of an introspection is answered for many types at once. */
const FIELD_COST = 20;

/** The most levels that are followed; graphql's own rules refuse deeper introspection. */
const MAX_LEVELS = 50;

/**
 * What the introspection in a document costs: the complexity plugin counts `__schema` and `__type` as one
 * field each, whatever is selected in them. Fields in fragments count at every spread.
 */
export function countIntrospection(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const known = { inside: new Map<SelectionSetNode, number>(), outside: new Map<SelectionSetNode, number>() };

  function count(selections: SelectionSetNode | undefined, inside: boolean, level: number): number {
    if (selections === undefined || level > MAX_LEVELS) return 0;
    const counted = inside ? known.inside : known.outside;
    const before = counted.get(selections);
    if (before !== undefined) return before;
    let sum = 0;
    for (const node of selections.selections) {
      if (node.kind === Kind.FIELD) {
        const within = inside || node.name.value === "__schema" || node.name.value === "__type";
        sum += (within ? 1 : 0) + count(node.selectionSet, within, level + 1);
      } else if (node.kind === Kind.INLINE_FRAGMENT) sum += count(node.selectionSet, inside, level + 1);
      else sum += count(fragments.get(node.name.value), inside, level + 1);
    }
    counted.set(selections, sum);
    return sum;
  }

  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return FIELD_COST * count(operation?.selectionSet, false, 0);
}
