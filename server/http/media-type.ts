const UTF8 = "; charset=utf-8";

const TYPES: Readonly<Record<string, string>> = {
  css: `text/css${UTF8}`,
  geojson: "application/geo+json",
  gif: "image/gif",
  html: `text/html${UTF8}`,
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: `text/javascript${UTF8}`,
  json: "application/json",
  map: "application/json",
  mjs: `text/javascript${UTF8}`,
  otf: "font/otf",
  pbf: "application/x-protobuf",
  png: "image/png",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: `text/plain${UTF8}`,
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: "application/xml",
};

/** The media type of a file by the ending of its name; bytes of no known kind otherwise. */
export function mediaTypeOfFile(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return TYPES[ending] ?? "application/octet-stream";
}
