// `node bench/profiles.ts`: isolation forest, k-means, neighbours and peers of every pincode of the gazetteer, in one
// thread, first run and later ones. Prints, asserts nothing.
import { loadGazetteer } from "../data/places/gazetteer.ts";
import { makeRandom } from "../data/sample/random.ts";
import { nearestPincodes } from "../engines/neighbours.ts";
import { isolationScores } from "../engines/profiles/isolation-forest.ts";
import { kMeans } from "../engines/profiles/kmeans.ts";
import { peerFinder } from "../engines/profiles/peers.ts";
import { median } from "./median.ts";

const FEATURES = 5;
const ROUNDS = 7;
const gazetteer = loadGazetteer();
const random = makeRandom(1);
const columns = Array.from({ length: FEATURES }, () =>
  Float64Array.from(gazetteer.pincodes, () => 100 * random.unit() ** 2),
);

const works: Readonly<Record<string, (round: number) => unknown>> = {
  "isolation forest": (seed) => isolationScores(columns, { seed }),
  "k-means": (seed) => kMeans(columns, { seed }),
  "5 nearest pincodes": () => {
    // A fresh gazetteer has no tree yet: the tree is part of the work.
    const fresh = { ...gazetteer };
    return gazetteer.pincodes.map((one) => nearestPincodes(fresh, one, 5));
  },
  "5 peers": () => {
    const peers = peerFinder(columns);
    return gazetteer.pincodes.map((one) => peers(one.index, 5));
  },
};

console.log(`${gazetteer.pincodes.length} pincodes, ${FEATURES} features, ms`);
let [firstSum, laterSum] = [0, 0];
for (const [name, work] of Object.entries(works)) {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const from = performance.now();
    work(round);
    return performance.now() - from;
  });
  const [first, later] = [times[0]!, median(times.slice(1))];
  [firstSum, laterSum] = [firstSum + first, laterSum + later];
  console.log(
    `${name.padEnd(22)}first ${first.toFixed(0).padStart(4)}  later ${later.toFixed(0).padStart(4)}`,
  );
}
console.log(
  `${"all".padEnd(22)}first ${firstSum.toFixed(0).padStart(4)}  later ${laterSum.toFixed(0).padStart(4)}`,
);
