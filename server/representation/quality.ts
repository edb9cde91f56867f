/** RFC 9110, 12.4.2: a weight is 0 to 1 with at most three decimals; 1 where none is given. */
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** One member of an Accept or Accept-Encoding list. */
export interface Weighted {
  /** Lower case. */
  readonly value: string;
  /** 0 (refused) to 1. */
  readonly quality: number;
}

/**
 * The members of an Accept-like header in its order. Parameters other than the weight are left out;
 * a member whose name or weight is malformed is ignored.
 */
export function parseWeighted(header: string): Weighted[] {
  const members: Weighted[] = [];
  for (const member of header.split(",")) {
    const [name = "", ...parameters] = member.split(";").map((part) => part.trim().toLowerCase());
    if (name === "" || /[\s"]/.test(name)) continue;
    const weight = parameters.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
    if (WEIGHT.test(weight)) members.push({ value: name, quality: Number(weight) });
  }
  return members;
}
