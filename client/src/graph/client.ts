import hashes from "virtual:document-hashes";
import { Client, cacheExchange, fetchExchange, getOperationName } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { noticingFetch, pinExchange } from "./version.ts";

/** The graph of the server that served this page: GET only and by document hash, so that every cache on the way may answer. */
export function createClient(url = "/graphql"): Client {
  return new Client({
    url,
    fetch: noticingFetch,
    preferGetMethod: "force",
    exchanges: [
      cacheExchange,
      pinExchange,
      persistedExchange({
        preferGetForPersistedQueries: "force",
        generateHash: async (_, document) => hashes[getOperationName(document) ?? ""],
      }),
      fetchExchange,
    ],
  });
}
