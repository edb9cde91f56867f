import { parentPort } from "node:worker_threads";
import { makeBundle } from "./bundle.ts";

const files = await makeBundle();
parentPort?.postMessage(
  files,
  files.map(({ bytes }) => bytes.buffer),
);
