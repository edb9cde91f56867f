// The peer of the cold start: the least that node can be while answering HTTP.
import { createServer } from "node:http";

const server = createServer((_, response) => response.end("ok"));
server.listen(Number(process.env.PORT), process.env.HOST);
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
