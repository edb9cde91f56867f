// `npm run derive:gazetteer`: writes files/pincodes.tsv from GeoNames' postal data and the names in files/.
import { writeFileSync } from "node:fs";
import { gazetteerOfNames } from "../gazetteer.ts";
import { makeMender } from "../mend.ts";
import { formatPincodes, PINCODE_FILE } from "../pincode-file.ts";
import { derivePincodes } from "./pincodes.ts";
import { fetchPostOffices } from "./postal.ts";

const offices = fetchPostOffices();
const mend = makeMender(gazetteerOfNames());
const entries = derivePincodes(offices, mend);
writeFileSync(PINCODE_FILE, formatPincodes(entries));

const refused = new Set(
  offices
    .filter(({ state, district }) => "refused" in mend(state, district, ""))
    .map(({ state, district }) => `${state} / ${district}`),
);
const unplaced = entries.filter((entry) => entry.latitude === null);
console.log(
  `${entries.length} pincodes of ${offices.length} post offices in ${new Set(entries.map((one) => one.district)).size} districts`,
);
console.log(`${unplaced.length} without a plausible point: ${unplaced.map((one) => one.code).join(" ")}`);
console.log(`${refused.size} districts of the source not known: ${[...refused].join("; ")}`);
