/** A stable counting sort: the order's ids by ascending key, `keys[id]` in [0, size). */
export function sortedBy(order: Uint32Array, keys: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const id of order) starts[keys[id]! + 1]!++;
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
  const sorted = new Uint32Array(order.length);
  for (const id of order) sorted[starts[keys[id]!]!++] = id;
  return sorted;
}
