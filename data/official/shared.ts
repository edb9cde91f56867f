type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A column of zeros in memory that threads share; memory is used by what is written only. */
export function shared<T extends Column>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/** Values to be copied into a column that holds them; can be handed to a thread. */
export interface Copy {
  readonly from: Column;
  readonly to: Column;
}

export function copyAll(copies: readonly Copy[]): void {
  for (const { from, to } of copies) to.set(from);
}
