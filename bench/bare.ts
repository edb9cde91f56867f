// The peer of a warm GET: node:http alone, sending the status, headers and bytes that BARE_ANSWER holds as JSON.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const answer: { status: number; headers: Record<string, string>; body: string } = JSON.parse(
  readFileSync(process.env.BARE_ANSWER!, "utf8"),
);
const body = Buffer.from(answer.body, "base64");

const server = createServer((request, response) => {
  if (request.url === "/alive") {
    response.end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.status === 304 ? undefined : body);
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
