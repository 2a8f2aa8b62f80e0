// What many questions make of answers that a server should not give, by a server that gives them.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, it } from "node:test";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import type { BatchCheckAccessResponseSchema } from "@grantor/client";
import { AccessService, Decision, GrantorClient } from "@grantor/client";

type Results = MessageInitShape<typeof BatchCheckAccessResponseSchema>["results"];

const question = { subject: "users/a", right: "b", resource: "organizations/c" };
const allowed = { result: { case: "answer" as const, value: { decision: Decision.ALLOWED } } };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

async function beside(results: (asked: number) => NonNullable<Results>): Promise<GrantorClient> {
  const handler = connectNodeAdapter({
    routes: (router) =>
      router.service(AccessService, {
        batchCheckAccess: ({ questions }) => ({
          results: results(questions.length),
          consistencyTokens: ["of c"],
        }),
      }),
  });
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new GrantorClient({ address: `http://127.0.0.1:${port}`, key: "k" });
  closers.push(() => {
    client.close();
    server.close();
  });
  return client;
}

describe("many questions", () => {
  it("have each its own error, never an allow, where the answer is unknown", async () => {
    const client = await beside(() => [
      allowed,
      {},
      { result: { case: "answer", value: { decision: Decision.UNSPECIFIED } } },
      { result: { case: "answer", value: { decision: 99 as Decision } } },
      allowed,
    ]);
    const { results } = await client.checkMany(Array(5).fill(question));
    assert.deepEqual(
      results.map((result) => result.allowed),
      [true, false, false, false, true],
    );
    assert.deepEqual(
      results.map(({ error }) => error?.code),
      [undefined, "INTERNAL", "INTERNAL", "INTERNAL", undefined],
    );
  });

  it("fail with INTERNAL where there are more or fewer answers", async () => {
    for (const results of [[], [allowed], [allowed, allowed, allowed]]) {
      const client = await beside(() => results);
      await assert.rejects(client.checkMany([question, question]), { code: "INTERNAL" });
    }
  });

  it("of several calls have each token once", async () => {
    const client = await beside((asked) => Array(asked).fill(allowed));
    const { results, tokens } = await client.checkMany(Array(1001).fill(question));
    assert.equal(results.length, 1001);
    assert.deepEqual(tokens, ["of c"]);
  });
});

describe("questions about the past", () => {
  it("of revision 0 are refused, and not asked as of now", async () => {
    const client = new GrantorClient({ address: "http://127.0.0.1:1", key: "k" });
    closers.push(() => client.close());
    const { subject, right, resource } = question;
    const says = { name: "ConfigurationError", message: /^atRevision: it is 0/ };
    for (const atRevision of [0, 0n]) {
      await assert.rejects(client.check(subject, right, resource, { atRevision }), says);
      await assert.rejects(client.checkMany([question], { atRevision }), says);
      await assert.rejects(client.explain(subject, right, resource, { atRevision }), says);
    }
  });
});
