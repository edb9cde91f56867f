import { createHash } from "node:crypto";
import { Fault } from "../../data/fault.ts";
import type { Language } from "../../data/places/place.ts";
import type { Role } from "../../engines/assistant/understood.ts";
import { ROLES } from "../../engines/insights/roles.ts";
import { REPORT } from "../../schema/report-document.ts";
import type { CachePolicy } from "../edge/policy.ts";
import { tagHeaders, tagsOf } from "../edge/tags.ts";
import { withDeadline } from "../graph/deadline.ts";
import type { Execute } from "../graph/yoga.ts";
import { Content } from "../http/content.ts";
import type { Exchange } from "../http/exchange.ts";
import { servedNow } from "../http/loading.ts";
import { methodRefusal, Refusal } from "../http/refusal.ts";
import { pageHeaders } from "../http/security.ts";
import type { Served, ServedDataset } from "../served.ts";
import type { Site } from "../site/site.ts";
import type { ReportContent } from "./content.ts";
import { type Fonts, reportPage } from "./page.ts";

const HINT = { maxAge: 60, scope: "PUBLIC" } as const;
const PREFIX = "/report/";
const LANGUAGES: readonly Language[] = ["EN", "HI"];
const ROLE_NAMES = Object.keys(ROLES) as Role[];

interface Asked {
  readonly place: string;
  readonly role: Role;
  readonly language: Language;
}

function chosen<T extends string>(search: URLSearchParams, name: string, values: readonly T[], usual: T): T {
  const given = search.get(name)?.toUpperCase() ?? usual;
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw new Fault("BAD_USER_INPUT", `${name} should be one of ${values.join(", ")}.`);
}

/** @throws Fault BAD_USER_INPUT */
function askedOf({ path, url }: Exchange): Asked {
  const search = new URLSearchParams(url.slice(path.length));
  let place: string;
  try {
    place = decodeURIComponent(path.slice(PREFIX.length));
  } catch {
    throw new Fault(
      "BAD_USER_INPUT",
      "The address has percent escapes that are no UTF-8: /report/IN-MH/pune is right.",
    );
  }
  return {
    place,
    role: chosen(search, "role", ROLE_NAMES, "DISTRICT_ADMIN"),
    language: chosen(search, "language", LANGUAGES, "EN"),
  };
}

/** The fonts among the dashboard's files, which are named by their content. */
function fontsOf({ files }: Site): Fonts {
  const find = (pattern: RegExp) => [...files.keys()].find((path) => pattern.test(path)) ?? null;
  return {
    latin: find(/\/inter-latin-wght-normal-[\w-]+\.woff2$/),
    devanagari: find(/\/noto-sans-devanagari-devanagari-400-normal-[\w-]+\.woff2$/),
    devanagariBold: find(/\/noto-sans-devanagari-devanagari-600-normal-[\w-]+\.woff2$/),
  };
}

interface Parts {
  readonly dataset: ServedDataset;
  readonly policy: CachePolicy;
  readonly execute: Execute;
  readonly site: () => Site;
  /** Milliseconds that a report may take. */
  readonly timeout: number;
}

async function contentOf({ execute, timeout }: Parts, served: Served, asked: Asked, gone: AbortSignal) {
  const answer = await withDeadline(timeout, gone, (signal) => {
    const params = { query: REPORT, operationName: "Report", variables: { ...asked } };
    const run = {
      served,
      admin: null,
      signal,
      params: { ...params, documentId: undefined, extensions: undefined },
    };
    return execute(run, { method: "GET", mediaType: "application/json" });
  });
  const { data, errors = [] } = JSON.parse(answer.body.toString());
  const [error] = errors;
  if (data?.report == null) {
    const { code = "INTERNAL_ERROR", ...details } = error?.extensions ?? {};
    throw new Fault(code, error?.message ?? "The report could not be made.", details);
  }
  return { content: data.report as ReportContent, isWhole: errors.length === 0 };
}

/** Answers /report/{code} with a page to read and to print; ?role= and ?language= as the graph has them. */
export function reportHandler(parts: Parts): (exchange: Exchange) => Promise<void> {
  return async (exchange) => {
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    const asked = askedOf(exchange);
    if (asked.place === "")
      throw new Refusal(404, "NOT_FOUND", "Reports are at /report/{code}, such as /report/IN-MH/pune.");
    const served = servedNow(parts.dataset);
    const { content, isWhole } = await contentOf(parts, served, asked, exchange.gone);
    const { page, style } = reportPage(content, fontsOf(parts.site()));
    const hash = createHash("sha256").update(style).digest("base64");
    const security = pageHeaders({
      ...{
        "style-src": `'sha256-${hash}'`,
        "font-src": "'self'",
        "script-src": "'none'",
        "connect-src": "'none'",
      },
      ...{ "img-src": "'none'", "worker-src": "'none'", "manifest-src": "'none'" },
    });
    // A part that engines have not made yet is there on the next reload.
    const caching = isWhole ? parts.policy.headers(HINT) : ["Cache-Control", "no-store"];
    const tags = tagHeaders(tagsOf({ version: served.version, types: ["Report"], states: ["IN"] }));
    const headers = [...caching, ...tags, ...security, "X-Data-Version", served.version];
    return new Content(Buffer.from(page), "text/html; charset=utf-8", headers).send(exchange);
  };
}
