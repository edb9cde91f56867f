import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Content } from "../http/content.ts";
import { mediaTypeOfFile } from "../http/media-type.ts";
import { pageHeaders } from "../http/security.ts";

/** The dashboard's files by the path they are served at; the page itself at `/`. */
export type Site = ReadonlyMap<string, Content>;

/** Vite puts what it names by its hash here, and nothing else. */
const HASHED = "/assets/";
const IMMUTABLE = ["Cache-Control", "public, max-age=31536000, immutable"];
const REVALIDATE = ["Cache-Control", "no-cache"];

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** What script-src must name so that the page's own inline scripts run, and no others. */
export function scriptSources(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) =>
    createHash("sha256").update(script!).digest("base64"),
  );
  return ["'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(" ");
}

function contentOf(path: string, body: Buffer): Content {
  const type = mediaTypeOfFile(path);
  if (path !== "/index.html")
    return new Content(body, type, path.startsWith(HASHED) ? IMMUTABLE : REVALIDATE);
  const policy = { "script-src": scriptSources(body.toString()) };
  return new Content(body, type, [...REVALIDATE, ...pageHeaders(policy)]);
}

async function namesUnder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/**
 * Reads the built dashboard into memory; empty where it is not built. Requests are looked up by whole path
 * among the files found now, so no path can reach beyond the folder.
 */
export async function loadSite(folder: string): Promise<Site> {
  const names = await namesUnder(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = `/${relative(folder, name).split(sep).join("/")}`;
      return [path === "/index.html" ? "/" : path, contentOf(path, await readFile(name))] as const;
    }),
  );
  return new Map(files);
}
