// Asks for access in a web handler: GET /drives/{id} for the user in the header X-User.
//
//   PORT=8080 node out/web-handler.js
//   curl -H 'X-User: users/alice' http://127.0.0.1:8080/drives/drive-1
//
// 200: the user may use the drive. 403: not. 503: Grantor could not be asked, so nobody may.

import { GrantorClient, GrantorError } from "@grantor/client";
import { fastify } from "fastify";

const grantor = new GrantorClient({ timeoutMs: 1000 });
const server = fastify();

server.get<{ Params: { id: string } }>("/drives/:id", async (request, reply) => {
  // Whoever runs this behind a sign-in takes the user from there.
  const user = request.headers["x-user"];
  if (typeof user !== "string") {
    return reply.code(401).send({ error: "say who you are in the header X-User" });
  }
  const drive = `organizations/acme/products/${request.params.id}`;
  const { allowed } = await grantor.check(user, "kdrive/use", drive);
  return allowed
    ? { drive, files: ["plan.odt", "budget.ods"] }
    : reply.code(403).send({ error: `${user} may not use ${drive}` });
});

server.setErrorHandler((error, _request, reply) => {
  if (!(error instanceof GrantorError)) {
    return reply.send(error);
  }
  if (error.reason === "FIELD_INVALID") {
    return reply.code(400).send({ error: error.message });
  }
  console.error(`no answer about access: ${error.code} ${error.message} (${error.requestId})`);
  return reply.code(503).send({ error: "access can't be decided at the moment; try again" });
});

server.addHook("onClose", async () => grantor.close());
process.on("SIGTERM", () => server.close());

const port = Number(process.env["PORT"] ?? 8080);
console.log(`listens on ${await server.listen({ host: "127.0.0.1", port })}`);
