import type { Gazetteer, Place } from "../places/place.ts";

/** Three states, six districts and 120 pincodes on a grid of tenths of a degree: small enough for unit tests. */
export function toyGazetteer(): Gazetteer {
  const named = (text: string) => ({ EN: text, HI: text });
  const country = {
    level: "COUNTRY",
    index: 0,
    code: "IN",
    name: named("India"),
    latitude: 22,
    longitude: 79,
  } as const;
  const states = ["IN-GA", "IN-MH", "IN-SK"].map(
    (code, index) =>
      ({ level: "STATE", index, code, name: named(code), latitude: 15, longitude: 74 }) as const,
  );
  const districts = states.flatMap((state) =>
    ["north", "south"].map(
      (side, i) =>
        ({
          level: "DISTRICT",
          index: 2 * state.index + i,
          code: `${state.code}/${side}`,
          name: named(side),
          latitude: 15,
          longitude: 74,
          state: state.index,
        }) as const,
    ),
  );
  const pincodes = Array.from(
    { length: 120 },
    (_, index) =>
      ({
        level: "PINCODE",
        index,
        code: String(400_001 + index),
        name: named(`Office ${index}`),
        latitude: 15 + Math.floor(index / 10) / 10,
        longitude: 74 + (index % 10) / 10,
        district: Math.floor(index / 20),
      }) as const,
  );
  const all: Place[] = [country, ...states, ...districts, ...pincodes];
  const byCode = new Map(all.map((place) => [place.code, place]));
  return { country, states, districts, pincodes, find: (code) => byCode.get(code) };
}
