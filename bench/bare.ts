// The peer of the cached GET: node:http alone, sending the bytes and headers that BARE_ANSWER holds as JSON.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const answer: { headers: Record<string, string>; body: string } = JSON.parse(
  readFileSync(process.env.BARE_ANSWER!, "utf8"),
);
const body = Buffer.from(answer.body, "base64");

const server = createServer((_, response) => {
  response.writeHead(200, answer.headers);
  response.end(body);
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
