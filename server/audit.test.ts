import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serverAudits } from "graphql-http";
import { startTestService, type TestService } from "./fixture.ts";

let service: TestService;
before(async () => {
  service = await startTestService(null);
});
after(() => service.stop());

const audits = serverAudits({ url: () => `${service.url}/graphql` });

for (const state of ["cold", "warm"]) {
  describe(`GraphQL over HTTP, the cache being ${state}`, () => {
    for (const { id, name, fn } of audits) {
      test(`${id} ${name}`, async () => {
        const result = await fn();
        assert.equal(result.status, "ok", "reason" in result ? result.reason : undefined);
      });
    }
  });
}
