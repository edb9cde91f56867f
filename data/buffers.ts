/**
 * The buffers of all typed arrays within a value, each once, shared ones left out: what a thread hands over instead
 * of copying.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (one: unknown): void => {
    if (ArrayBuffer.isView(one)) {
      if (one.buffer instanceof ArrayBuffer) found.add(one.buffer);
    } else if (Array.isArray(one)) one.forEach(visit);
    else if (typeof one === "object" && one !== null) Object.values(one).forEach(visit);
  };
  visit(value);
  return [...found];
}
