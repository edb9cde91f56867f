import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../bench/service.ts";
import { findProgram } from "../debian.ts";
import { type Cache, startCache } from "./process.ts";

const VCL = new URL("../../deploy/edge/varnish.vcl", import.meta.url);

/** varnishd with the tags of varnish-modules, installed where this process may, or a reason to skip with. */
export function findVarnish() {
  const tags = findProgram(
    [
      "/usr/lib/x86_64-linux-gnu/varnish/vmods/libvmod_xkey.so",
      "/usr/lib/aarch64-linux-gnu/varnish/vmods/libvmod_xkey.so",
    ],
    ["varnish", "varnish-modules", "gcc", "libc6-dev"],
  );
  return "reason" in tags ? tags : findProgram(["/usr/sbin/varnishd"], ["varnish"]);
}

/** Starts Varnish with the configuration that is deployed, in front of the origin at this port. */
export async function startVarnish(program: string, folder: string, origin: number): Promise<Cache> {
  const port = await freePort();
  const vcl = join(folder, "varnish.vcl");
  await writeFile(vcl, (await readFile(VCL, "utf8")).replace('.port = "8080"', `.port = "${origin}"`));
  const args = ["-F", "-j", "none", "-n", join(folder, "varnish"), "-a", `127.0.0.1:${port}`, "-f", vcl];
  args.push("-s", "malloc,128m", "-p", "http_gzip_support=off", "-T", "none");
  return startCache(program, args, `http://127.0.0.1:${port}`);
}
