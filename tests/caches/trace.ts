import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import type { ActivityStore } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";
import { makeRandom, type Random } from "../../data/sample/random.ts";
import { graphPath } from "../../server/fixture.ts";

const MANIFEST = new URL("../../client/dist/.persisted-documents.json", import.meta.url);

const AT_ONCE = 8;

/** As browsers and urql send them. */
export const ACCEPT =
  "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";

/** Of a visit, how often each happens: a guess, as nobody has visited yet. */
const SHARES = { state: 0.6, district: 0.3, pincode: 0.1, metric: 0.2, search: 0.15, hindi: 0.3, gzip: 0.03 };
const METRICS = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"];
const DIMENSIONS = { COUNTRY: "STATE", STATE: "DISTRICT", DISTRICT: "PINCODE" } as const;

/** One request of a browser. */
export interface Step {
  readonly path: string;
  readonly encoding: "br" | "gzip";
}

function readHashes(): ReadonlyMap<string, string> {
  const manifest: Record<string, string> = JSON.parse(readFileSync(MANIFEST, "utf8"));
  return new Map(Object.entries(manifest).map(([hash, text]) => [/^query (\w+)/.exec(text)![1]!, hash]));
}

/** Requests of the web fall off with the rank of what they ask as its power of −0.6 to −0.8 (Breslau and others, 1999). */
const FALL_OFF = 0.8;

/** Draws places as often as the rank of their activity has it. */
async function drawer(store: ActivityStore, places: readonly Place[]): Promise<(random: Random) => Place> {
  const from = Date.parse(store.dataset.from) / 86_400_000;
  const to = Date.parse(store.dataset.to) / 86_400_000;
  const sums = await store.values({ places, metric: "ACTIVITY", from, to });
  const ranked = places
    .map((place, at) => ({ place, sum: sums[at]! }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
  let total = 0;
  const running = ranked.map((_, rank) => (total += (rank + 1) ** -FALL_OFF));
  return (random) => {
    const drawn = random.unit() * total;
    return ranked[running.findIndex((sum) => sum > drawn)]!.place;
  };
}

/**
 * What browsers ask when so many people visit the dashboard, one after the other: each opens it, most look into a
 * state, fewer into a district, few into a pincode, drawn by the rank of their activity; some change the metric, search, read
 * Hindi. No browser asks the same twice: it keeps the answer.
 */
export async function traceOf(store: ActivityStore, visits: number, seed: number): Promise<Step[]> {
  const { gazetteer, dataset } = store;
  const random = makeRandom(seed);
  const hashes = readHashes();
  const state = await drawer(store, gazetteer.states);
  const districts = await Promise.all(
    gazetteer.states.map(({ index }) =>
      drawer(
        store,
        gazetteer.districts.filter((one) => one.state === index),
      ),
    ),
  );
  const pincodes = new Map<number, (random: Random) => Place>();
  const pincodeOf = async (district: number) => {
    const inside = store.pincodesOf(district).map((index) => gazetteer.pincodes[index]!);
    const draw = pincodes.get(district) ?? (await drawer(store, inside));
    pincodes.set(district, draw);
    return draw(random);
  };

  const addressOf = (operationName: string, variables: Record<string, unknown>) =>
    graphPath({
      operationName,
      variables,
      extensions: {
        dataVersion: dataset.version,
        persistedQuery: { sha256Hash: hashes.get(operationName)!, version: 1 },
      },
    });

  async function visit(): Promise<Step[]> {
    const language = random.unit() < SHARES.hindi ? "HI" : "EN";
    const encoding = random.unit() < SHARES.gzip ? "gzip" : "br";
    const asked = new Set<string>(["/"]);
    const ask = (name: string, variables: Record<string, unknown> = {}) =>
      asked.add(addressOf(name, variables));
    let metric = "ACTIVITY";
    const look = ({ code, level }: Place) => {
      ask("Counts", { code, language });
      ask("Series", { code, metric });
      if (level === "PINCODE") return ask("Neighbours", { code, metric, language });
      const by = DIMENSIONS[level];
      return ask("Children", { within: code, level: by, by, metric, language });
    };
    ask("Dataset");
    ask("Points");
    ask("Values", { metric });
    look(gazetteer.country);
    if (random.unit() < SHARES.metric) {
      metric = METRICS[Math.floor(random.unit() * METRICS.length)]!;
      ask("Values", { metric });
      look(gazetteer.country);
    }
    const depth = random.unit();
    const chosen = state(random);
    if (depth < SHARES.state) {
      ask("Members", { within: chosen.code });
      look(chosen);
    }
    const district = districts[chosen.index]!(random);
    if (random.unit() < SHARES.search) ask("Search", { text: district.name[language].slice(0, 4), language });
    if (depth < SHARES.district) {
      ask("Members", { within: district.code });
      look(district);
    }
    if (depth < SHARES.pincode) look(await pincodeOf(district.index));
    return [...asked].map((path) => ({ path, encoding }));
  }

  const steps: Step[] = [];
  for (let count = 0; count < visits; count++) steps.push(...(await visit()));
  return steps;
}

/** Sends the requests, some at a time, in their order; X-Cache of each answer, all of which must be 200. */
export async function askAll(url: string, trace: readonly Step[]): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const states: string[] = [];
  let next = 0;
  const askNext = async () => {
    while (next < trace.length) {
      const at = next++;
      const { path, encoding } = trace[at]!;
      const outgoing = request(url + path, {
        agent,
        headers: { accept: ACCEPT, "accept-encoding": encoding },
      });
      outgoing.end();
      const [incoming] = await once(outgoing, "response");
      incoming.resume();
      await once(incoming, "end");
      if (incoming.statusCode !== 200) throw new Error(`${incoming.statusCode} ${path}`);
      states[at] = incoming.headers["x-cache"];
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askNext));
  agent.destroy();
  return states;
}
