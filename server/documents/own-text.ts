/** The text as one of its own: what is cut out of a longer text keeps all of that in memory. */
export function ownText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
