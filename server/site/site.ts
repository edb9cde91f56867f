import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Content } from "../http/content.ts";
import { mediaTypeOfFile } from "../http/media-type.ts";
import { Page } from "./page.ts";

/** The built dashboard. */
export interface Site {
  /** Null where it is not built. */
  readonly page: Page | null;
  /** Its files by the path they are served at. */
  readonly files: ReadonlyMap<string, Content>;
}

/** Vite puts what it names by its hash here, and nothing else. */
const HASHED = "/assets/";
const IMMUTABLE = ["Cache-Control", "public, max-age=31536000, immutable"];
const REVALIDATE = ["Cache-Control", "no-cache"];
const PAGE = "/index.html";

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
 * Reads the built dashboard into memory. Requests are looked up by whole path among the files found now, so no
 * path can reach beyond the folder.
 */
export async function loadSite(folder: string): Promise<Site> {
  const bodies = new Map<string, Buffer>();
  for (const name of await namesUnder(folder))
    bodies.set(`/${relative(folder, name).split(sep).join("/")}`, await readFile(name));
  const html = bodies.get(PAGE);
  bodies.delete(PAGE);
  const files = [...bodies].map(([path, body]) => {
    const headers = path.startsWith(HASHED) ? IMMUTABLE : REVALIDATE;
    return [path, new Content(body, mediaTypeOfFile(path), headers)] as const;
  });
  return { page: html === undefined ? null : new Page(html.toString()), files: new Map(files) };
}
