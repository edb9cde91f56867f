/** Sources by directive, as a Content-Security-Policy writes them. */
export type Policy = Readonly<Record<string, string>>;

/** What both pages share: nothing is loaded from another host, and no other page frames or is posted to. */
const BASE: Policy = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "connect-src": "'self'",
  "font-src": "'self' data:",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "img-src": "'self' data: blob:",
  "manifest-src": "'self'",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  // The map and the editor start their workers from blobs where a browser will not take an address.
  "worker-src": "'self' blob:",
};

/** The headers that a page of ours is sent with: names and values in turn. */
export function pageHeaders(own: Policy = {}): string[] {
  const policy = Object.entries({ ...BASE, ...own }).map(([name, sources]) => `${name} ${sources}`);
  return [
    "Content-Security-Policy",
    policy.join("; "),
    "Referrer-Policy",
    "same-origin",
    "Cross-Origin-Opener-Policy",
    "same-origin",
    "X-Frame-Options",
    "DENY",
    "Permissions-Policy",
    "camera=(), geolocation=(), microphone=()",
  ];
}
