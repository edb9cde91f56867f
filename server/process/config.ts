import { KEPT } from "../../data/snapshot/prune.ts";
import { LEVEL_THRESHOLDS, type LevelThresholds } from "../../engines/risk/level.ts";
import { COST_LIMIT } from "../../schema/cost.ts";
import { secretBytes } from "../alerts/sign.ts";
import { LOG_LEVELS, type LogLevel } from "../telemetry/log.ts";

/** All that a person running the service can decide. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Bytes of memory that finished answers may take. */
  readonly edgeCacheBytes: number;
  /** What one operation may cost. */
  readonly costLimit: number;
  /** Milliseconds that one operation may run. */
  readonly requestTimeout: number;
  /** Milliseconds that requests in flight are given once the process is told to stop. */
  readonly drainTimeout: number;
  /** Snapshots that stay in the data folder when another is written. */
  readonly snapshotsKept: number;
  /** SHA-256 of each API key with scope ADMIN, in hexadecimal digits; none where nobody may administer by HTTP. */
  readonly adminKeys: readonly string[];
  /** Whether documents are answered that are registered, and no others. */
  readonly persistedOnly: boolean;
  /** A manifest of further registered documents; null where there is none. */
  readonly persistedDocuments: string | null;
  /** Shared caches in front that take PURGE. */
  readonly purgeUrls: readonly string[];
  /** Scores of 0..100 from which risk is MEDIUM, HIGH and CRITICAL. */
  readonly riskLevels: LevelThresholds;
  /** Subscriptions that may be open at a time. */
  readonly subscribersMost: number;
  /** Milliseconds between signs of life on an open subscription. */
  readonly heartbeat: number;
  /** Who is told of new alerts: each on a host of the allow-list, and messages signed with the secret's bytes. */
  readonly webhooks: { readonly urls: readonly string[]; readonly secret: Buffer | null };
  /** A language model that may say answers in other words: an OpenAI-compatible endpoint; none where url is null. */
  readonly assistant: {
    readonly url: string | null;
    readonly model: string;
    readonly key: string | null;
    /** Milliseconds that an answer may take. */
    readonly timeout: number;
  };
  /** Whether engines run where their results are not kept with the snapshot. */
  readonly enginesRun: boolean;
}

/** One line for each variable whose value is wrong: its name, what was given, what would be right. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.name = "ConfigError";
  }
}

type Parse<T> = (value: string) => T | undefined;

function whole(from: number, to: number): Parse<number> {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= from && number <= to ? number : undefined;
  };
}

/** Seconds with up to three decimals, as milliseconds. */
function seconds(from: number, to: number): Parse<number> {
  return (value) => {
    const number = /^\d{1,6}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    return number >= from && number <= to ? Math.round(number * 1000) : undefined;
  };
}

const text: Parse<string> = (value) => (value.includes("\0") ? undefined : value);
const host: Parse<string> = (value) => (/^[\w.:-]+$/.test(value) ? value : undefined);
const hashes: Parse<readonly string[]> = (value) => {
  const list = value.split(",").map((hash) => hash.trim().toLowerCase());
  return list.every((hash) => /^[0-9a-f]{64}$/.test(hash)) ? list : undefined;
};
const yesOrNo: Parse<boolean> = (value) => ({ true: true, false: false })[value];
const urls: Parse<readonly string[]> = (value) => {
  const list = value.split(",").map((url) => url.trim());
  return list.every((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? "")) ? list : undefined;
};
/** Hosts as they stand in addresses, with their port where it is not the usual one. */
const hosts: Parse<readonly string[]> = (value) => {
  const list = value.split(",").map((one) => one.trim().toLowerCase());
  return list.every((one) => URL.parse(`http://${one}/`)?.host === one) ? list : undefined;
};
const rising: Parse<LevelThresholds> = (value) => {
  const scores = value
    .split(",")
    .map((one) => (/^\s*\d{1,3}(\.\d{1,6})?\s*$/.test(one) ? Number(one) : Number.NaN));
  const [medium, high, critical] = scores as [number, number, number];
  return scores.length === 3 && medium < high && high < critical && critical <= 100
    ? [medium, high, critical]
    : undefined;
};
const secret: Parse<Buffer> = (value) => secretBytes(value) ?? undefined;
const url: Parse<string> = (value) =>
  /^https?:$/.test(URL.parse(value)?.protocol ?? "") ? value : undefined;
const model: Parse<string> = (value) => (/^[\w.:/-]{1,100}$/.test(value) ? value : undefined);
const level: Parse<LogLevel> = (value) => LOG_LEVELS.find((one) => one === value);

/**
 * Reads the configuration from the environment. A variable that is empty counts as not set.
 * @throws ConfigError naming every wrong value at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const read = <T>(name: string, fallback: T, parse: Parse<T>, right: string, shown?: string): T => {
    const given = env[name]?.trim() ?? "";
    if (given === "") return fallback;
    const value = parse(given);
    if (value !== undefined) return value;
    mistakes.push(`${name} is ${shown ?? JSON.stringify(given)}; it should be ${right}.`);
    return fallback;
  };
  const config: Config = {
    port: read("PORT", 8080, whole(0, 65_535), "a whole number from 0 (any free port) to 65535"),
    host: read("HOST", "127.0.0.1", host, "a host name or address, such as 127.0.0.1, 0.0.0.0 or ::"),
    dataDir: read("DATA_DIR", "./.data", text, "the path of a folder"),
    logLevel: read("LOG_LEVEL", "info", level, `one of ${LOG_LEVELS.join(", ")}`),
    edgeCacheBytes: read(
      "EDGE_CACHE_BYTES",
      32 << 20,
      whole(1 << 20, 2 ** 36),
      "a whole number of bytes from 1048576 (1 MiB) to 68719476736 (64 GiB)",
    ),
    costLimit: read("COST_LIMIT", COST_LIMIT, whole(1, 1e9), "a whole number from 1 to 1000000000"),
    requestTimeout: read("REQUEST_TIMEOUT", 10_000, seconds(0.1, 600), "seconds from 0.1 to 600"),
    drainTimeout: read("DRAIN_TIMEOUT", 10_000, seconds(0, 600), "seconds from 0 to 600"),
    snapshotsKept: read("SNAPSHOTS_KEPT", KEPT, whole(1, 1000), "a whole number from 1 to 1000"),
    adminKeys: read(
      "ADMIN_KEYS",
      [],
      hashes,
      "SHA-256 hashes of keys, 64 hexadecimal digits each, with commas",
    ),
    persistedOnly: read("PERSISTED_ONLY", false, yesOrNo, "true or false"),
    persistedDocuments: read<string | null>(
      "PERSISTED_DOCUMENTS",
      null,
      text,
      "the path of a JSON file: documents by their SHA-256",
    ),
    enginesRun: read("ENGINES_RUN", true, yesOrNo, "true or false"),
    riskLevels: read(
      "RISK_LEVELS",
      LEVEL_THRESHOLDS,
      rising,
      "three rising scores from 0 to 100, such as 30,50,70: from which risk is medium, high and critical",
    ),
    subscribersMost: read(
      "SUBSCRIBERS_MOST",
      1000,
      whole(0, 100_000),
      "a whole number of subscriptions from 0 to 100000",
    ),
    heartbeat: read("HEARTBEAT", 10_000, seconds(0.1, 600), "seconds from 0.1 to 600"),
    webhooks: {
      urls: read("WEBHOOKS", [], urls, "addresses, such as https://desk.example/alerts, with commas"),
      secret: read<Buffer | null>(
        "WEBHOOK_SECRET",
        null,
        secret,
        "whsec_ and 24 to 64 bytes as base64: openssl rand -base64 32 makes them",
        "(not shown)",
      ),
    },
    assistant: {
      url: read<string | null>(
        "ASSISTANT_URL",
        null,
        url,
        "the base address of an endpoint, such as http://127.0.0.1:9000/v1",
      ),
      model: read("ASSISTANT_MODEL", "default", model, "the name of a model"),
      key: read<string | null>("ASSISTANT_KEY", null, text, "a key", "(not shown)"),
      timeout: read("ASSISTANT_TIMEOUT", 4000, seconds(0.1, 60), "seconds from 0.1 to 60"),
    },
    purgeUrls: read(
      "PURGE_URLS",
      [],
      urls,
      "addresses of caches, such as http://127.0.0.1:6081/, with commas",
    ),
  };
  const allowed = read(
    "WEBHOOK_HOSTS",
    [],
    hosts,
    "hosts, such as desk.example or 10.0.0.7:8443, with commas",
  );
  for (const url of config.webhooks.urls) {
    const { host } = new URL(url);
    if (!allowed.includes(host))
      mistakes.push(`WEBHOOKS names ${JSON.stringify(host)}; it should be one of WEBHOOK_HOSTS.`);
  }
  if (config.webhooks.urls.length > 0 && config.webhooks.secret === null)
    mistakes.push("WEBHOOK_SECRET is not set; it should be where WEBHOOKS are, to sign what is sent.");
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}
