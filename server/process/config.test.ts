import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseEnv } from "node:util";
import { ConfigError, readConfig } from "./config.ts";

test("an empty environment gives the defaults; empty values count as not set", () => {
  const defaults = readConfig({});
  assert.deepEqual(
    [defaults.port, defaults.host, defaults.dataDir, defaults.logLevel],
    [8080, "127.0.0.1", "./.data", "info"],
  );
  assert.deepEqual(readConfig({ PORT: "", HOST: " ", OTHER: "x" }), defaults);
});

test("values are read", () => {
  const config = readConfig({
    PORT: "0",
    HOST: "::",
    DATA_DIR: "/srv/my data",
    LOG_LEVEL: "silent",
    EDGE_CACHE_BYTES: "1048576",
    COST_LIMIT: "5",
    REQUEST_TIMEOUT: "0.25",
    DRAIN_TIMEOUT: "0",
    SNAPSHOTS_KEPT: "7",
    ADMIN_KEYS: `${"A".repeat(64)}, ${"0".repeat(64)}`,
    PERSISTED_ONLY: "true",
    PERSISTED_DOCUMENTS: "/srv/documents.json",
    ENGINES_RUN: "false",
    RISK_LEVELS: "10, 40.5,90",
    SUBSCRIBERS_MOST: "20",
    HEARTBEAT: "2.5",
    WEBHOOKS: "https://desk.example/alerts, http://10.0.0.7:8443/x",
    WEBHOOK_HOSTS: "Desk.example,10.0.0.7:8443",
    WEBHOOK_SECRET: `whsec_${"QUJD".repeat(8)}`,
    ASSISTANT_URL: "http://127.0.0.1:9000/v1",
    ASSISTANT_MODEL: "small",
    ASSISTANT_KEY: "k",
    ASSISTANT_TIMEOUT: "2",
    PURGE_URLS: "http://127.0.0.1:6081/, https://cache:8443/x",
  });
  assert.deepEqual(config, {
    port: 0,
    host: "::",
    dataDir: "/srv/my data",
    logLevel: "silent",
    edgeCacheBytes: 1 << 20,
    costLimit: 5,
    requestTimeout: 250,
    drainTimeout: 0,
    snapshotsKept: 7,
    adminKeys: ["a".repeat(64), "0".repeat(64)],
    persistedOnly: true,
    persistedDocuments: "/srv/documents.json",
    enginesRun: false,
    riskLevels: [10, 40.5, 90],
    subscribersMost: 20,
    heartbeat: 2500,
    assistant: { url: "http://127.0.0.1:9000/v1", model: "small", key: "k", timeout: 2000 },
    webhooks: {
      urls: ["https://desk.example/alerts", "http://10.0.0.7:8443/x"],
      secret: Buffer.from("ABC".repeat(8)),
    },
    purgeUrls: ["http://127.0.0.1:6081/", "https://cache:8443/x"],
  });
});

const wrong: [name: string, values: string[]][] = [
  ["PORT", ["65536", "-1", "80.5", "http", "0x50", "1e3"]],
  ["HOST", ["a b", "http://host", "*"]],
  ["LOG_LEVEL", ["INFO", "verbose", "30"]],
  ["EDGE_CACHE_BYTES", ["64MB", "0", "1048575", "99999999999999"]],
  ["COST_LIMIT", ["0", "-5", "many"]],
  ["REQUEST_TIMEOUT", ["0", "10s", "601", ".5"]],
  ["DRAIN_TIMEOUT", ["-1", "forever"]],
  ["SNAPSHOTS_KEPT", ["0", "1001", "few"]],
  ["ADMIN_KEYS", ["secret", "a".repeat(63), `${"a".repeat(64)};${"b".repeat(64)}`]],
  ["PERSISTED_ONLY", ["yes", "1", "TRUE"]],
  ["ENGINES_RUN", ["off", "0"]],
  ["RISK_LEVELS", ["30", "30,50", "30,50,50", "30,50,101", "a,b,c", "-1,2,3", "1,2,3,4"]],
  ["SUBSCRIBERS_MOST", ["-1", "lots"]],
  ["HEARTBEAT", ["0", "ten"]],
  ["ASSISTANT_URL", ["127.0.0.1:9000", "ftp://x/"]],
  ["ASSISTANT_MODEL", ["a b", "x\u0001"]],
  ["ASSISTANT_TIMEOUT", ["0", "61"]],
  ["WEBHOOK_HOSTS", ["https://desk.example", "a b", "desk.example/x", "desk.example,"]],
  ["PURGE_URLS", ["cache:6081", "127.0.0.1", "ftp://cache/", "http://a/,,http://b/"]],
];
for (const [name, values] of wrong) {
  for (const value of values) {
    test(`${name}=${value} is refused: what was given and what would be right`, () => {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error: Error) => {
          assert.ok(error instanceof ConfigError);
          const [line, ...more] = error.message.split("\n");
          assert.deepEqual(more, []);
          assert.ok(line!.startsWith(`${name} is ${JSON.stringify(value)}; it should be `));
          return true;
        },
      );
    });
  }
}

test("all wrong values are told at once", () => {
  const all = Object.fromEntries(wrong.map(([name, [value]]) => [name, value]));
  assert.throws(
    () => readConfig(all),
    (error: Error) => error.message.split("\n").length === wrong.length,
  );
});

test(".env.example lists every variable with its default, and no other", () => {
  const file = parseEnv(readFileSync(new URL("../../.env.example", import.meta.url), "utf8"));
  const asked = new Set<string>();
  const watched = new Proxy<Record<string, string | undefined>>(file, {
    get(target, name) {
      asked.add(String(name));
      return target[String(name)];
    },
  });
  assert.deepEqual(readConfig(watched), readConfig({}));
  assert.deepEqual(Object.keys(file).sort(), [...asked].sort());
});

test("webhooks go to hosts of the allow-list alone, signed; their secret is not shown", () => {
  const mistakesOf = (env: Record<string, string>) => {
    try {
      readConfig(env);
      return [];
    } catch (error) {
      return (error as ConfigError).message.split("\n");
    }
  };
  const right = {
    WEBHOOKS: "https://desk.example/a",
    WEBHOOK_HOSTS: "desk.example",
    WEBHOOK_SECRET: `whsec_${"QUJD".repeat(8)}`,
  };
  assert.deepEqual(mistakesOf(right), []);
  assert.deepEqual(
    mistakesOf({ ...right, WEBHOOKS: "https://desk.example:8443/a,https://desk.example@evil.example/" }),
    [
      'WEBHOOKS names "desk.example:8443"; it should be one of WEBHOOK_HOSTS.',
      'WEBHOOKS names "evil.example"; it should be one of WEBHOOK_HOSTS.',
    ],
  );
  assert.match(mistakesOf({ ...right, WEBHOOK_SECRET: "" })[0]!, /^WEBHOOK_SECRET is not set/);
  const [shown] = mistakesOf({ ...right, WEBHOOK_SECRET: "hunter2" });
  assert.match(shown!, /^WEBHOOK_SECRET is \(not shown\); it should be whsec_/);
});
