import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";

/** The graph of the server that served this page: GET only and by document hash, so that every cache on the way may answer. */
export function createClient(url = "/graphql"): Client {
  return new Client({
    url,
    preferGetMethod: "force",
    exchanges: [cacheExchange, persistedExchange({ preferGetForPersistedQueries: "force" }), fetchExchange],
  });
}
