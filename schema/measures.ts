import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { Measure } from "../data/activity/store.ts";

type Info = Pick<GraphQLResolveInfo, "fragments" | "variableValues">;

/** Name of a measure among those of one query. */
export function measureKey({ metric, aspect }: Measure): string {
  return `${metric} ${aspect}`;
}

function isIncluded(node: SelectionSetNode["selections"][number], info: Info): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if !== false;
}

/** The fields of a selection that will run, fragments opened. Type conditions always hold where the type is an object. */
function* fieldsOf(selections: SelectionSetNode | undefined, info: Info): Generator<FieldNode> {
  for (const node of selections?.selections ?? []) {
    if (!isIncluded(node, info)) continue;
    if (node.kind === Kind.FIELD) yield node;
    else if (node.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(node.selectionSet, info);
    else yield* fieldsOf(info.fragments[node.name.value]?.selectionSet, info);
  }
}

function measureOf(field: GraphQLField<unknown, unknown>, node: FieldNode, info: Info): Measure | null {
  try {
    const { metric, as } = getArgumentValues(field, node, info.variableValues);
    return { metric, aspect: as ?? "SUM" } as Measure;
  } catch {
    // The field itself will fail on its arguments when its turn comes, and say why.
    return null;
  }
}

/**
 * The measures, each once, that the query asks of `value` in the selection of the field it is about:
 * looked up ahead in `parents` (rows, total), so that the store computes all of them in one pass.
 *
 * @param value definition of the `value(metric:, as:)` field
 */
export function measuresAsked(
  nodes: readonly FieldNode[],
  parents: readonly string[],
  value: GraphQLField<unknown, unknown>,
  info: Info,
): Measure[] {
  const found = new Map<string, Measure>();
  for (const node of nodes) {
    for (const parent of fieldsOf(node.selectionSet, info)) {
      if (!parents.includes(parent.name.value)) continue;
      for (const child of fieldsOf(parent.selectionSet, info)) {
        const measure = child.name.value === value.name ? measureOf(value, child, info) : null;
        if (measure !== null) found.set(measureKey(measure), measure);
      }
    }
  }
  return [...found.values()];
}
