/** Borne by all that depends on the dataset served. */
export const ALL = "pulse";

/** Of what answers bear; a state's code, or the country's where counts of all states were read. */
export interface Tagged {
  readonly version: string;
  readonly types: readonly string[];
  readonly states: Iterable<string>;
}

const COUNTRY = "IN";
const stateTag = (code: string) => `state:${code}`;

/**
 * The tags of an answer, by which caches let go of it: `pulse`, `dataset:<version>`, `type:<type reached>` and
 * `state:<state whose counts were read>`, `state:IN` alone where counts of the whole country were.
 */
export function tagsOf({ version, types, states }: Tagged): string[] {
  const codes = [...states];
  const read = codes.includes(COUNTRY) ? [COUNTRY] : codes.sort();
  return [ALL, `dataset:${version}`, ...types.map((type) => `type:${type}`), ...read.map(stateTag)];
}

/** Tags that a purge of these reaches: an answer about the country holds each of its states. */
export function reachOf(tags: readonly string[]): ReadonlySet<string> {
  const reach = new Set(tags);
  if (tags.some((tag) => tag.startsWith(stateTag("")))) reach.add(stateTag(COUNTRY));
  return reach;
}

const TAG = /^(?:pulse|(?:dataset|type|state):[\w-]{1,64})$/;

/** What a tag must be, in words. */
export const TAGS_THERE_ARE =
  "pulse, dataset:<version>, type:<type of the graph> and state:<code of a state, or IN>";

/** Whether an answer could bear it. */
export const isTag = (tag: string): boolean => TAG.test(tag);

/** Names and values in turn: the tags as Varnish and Fastly read them, and as Cloudflare and Akamai do. */
export function tagHeaders(tags: readonly string[]): string[] {
  return ["Surrogate-Key", tags.join(" "), "Cache-Tag", tags.join(",")];
}
