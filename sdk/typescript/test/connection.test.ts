// What a connection can do to a call, by servers that do nothing else.

import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerHttp2Stream } from "node:http2";
import { createServer as createHttp2Server } from "node:http2";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, it } from "node:test";
import type { ClientOptions } from "@grantor/client";
import { GrantorClient, GrantorError, ProductService } from "@grantor/client";

const ANSWER = { ":status": 200, "content-type": "application/grpc" };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

/** A client of this server, and how often it has connected or asked. */
async function beside(server: Server, options: ClientOptions = {}): Promise<GrantorClient> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new GrantorClient({ address: `http://127.0.0.1:${port}`, key: "k", ...options });
  closers.push(() => {
    client.close();
    server.close();
    for (const socket of sockets) {
      socket.destroy();
    }
  });
  return client;
}

/** A server that does the same with each request, and counts them. */
function http2(answer: (stream: ServerHttp2Stream) => void) {
  const server = createHttp2Server();
  const seen = { server: server as unknown as Server, requestIds: [] as unknown[] };
  server.on("sessionError", () => undefined);
  server.on("stream", (stream, headers) => {
    seen.requestIds.push(headers["x-request-id"]);
    stream.on("error", () => undefined);
    stream.resume();
    stream.on("end", () => answer(stream));
  });
  return seen;
}

function check(client: GrantorClient, options = {}) {
  return client.check("users/a", "b", "organizations/c", options);
}

async function failure(call: Promise<unknown>): Promise<GrantorError> {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof GrantorError, String(thrown));
  return thrown;
}

describe("a call", () => {
  it("is UNAVAILABLE after four attempts, all with one id, where the stream is cut", async () => {
    for (const code of [2, 7, 8]) {
      const { server, requestIds } = http2((stream) => stream.close(code));
      const error = await failure(check(await beside(server)));
      assert.equal(error.code, "UNAVAILABLE");
      assert.equal(requestIds.length, 4);
      assert.deepEqual([...new Set(requestIds)], [error.requestId]);
    }
  });

  it("is UNAVAILABLE where the connection breaks within the answer", async () => {
    const { server, requestIds } = http2((stream) => {
      stream.respond(ANSWER, { waitForTrailers: true });
      stream.write(Uint8Array.of(0, 0, 0, 0, 2, 8), () => stream.session?.destroy());
    });
    assert.equal((await failure(check(await beside(server)))).code, "UNAVAILABLE");
    assert.equal(requestIds.length, 4);
  });

  it("is UNAVAILABLE where the connection is reset", async () => {
    let last: Socket | undefined;
    const { server, requestIds } = http2(() => last?.resetAndDestroy());
    server.on("connection", (socket) => {
      last = socket;
    });
    assert.equal((await failure(check(await beside(server)))).code, "UNAVAILABLE");
    assert.equal(requestIds.length, 4);
  });

  it("is UNAVAILABLE where something else listens, and the process goes on", async () => {
    const client = await beside(createServer((socket) => socket.end("HTTP/1.1 400 Bad\r\n\r\n")));
    const error = await failure(check(client));
    assert.equal(error.code, "UNAVAILABLE");
    assert.ok(error.message.startsWith(`no answer from ${client.address}: `), error.message);
  });

  it("asks whether the server speaks TLS, where the answer to a handshake is none", async () => {
    const answers = ["HTTP/1.1 400 Bad\r\n\r\n", Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 0, 0), ""];
    for (const answer of answers) {
      const server = createServer((socket) => socket.once("data", () => socket.end(answer)));
      const { address } = await beside(server);
      const client = new GrantorClient({ address: address.replace("http:", "https:"), key: "k" });
      const { code, message } = await failure(check(client));
      client.close();
      assert.equal(code, "UNAVAILABLE");
      assert.ok(message.startsWith(`no answer from ${client.address}: `), message);
      assert.ok(message.endsWith(" (does the server speak TLS? if not, use http://)"), message);
      assert.doesNotMatch(message, /\n|openssl/);
    }
  });

  it("is DEADLINE_EXCEEDED where no answer comes in time", async () => {
    const { server, requestIds } = http2(() => undefined);
    // Long enough that each is on its way before, also on a busy machine.
    const client = await beside(server, { timeoutMs: 500 });
    assert.equal((await failure(check(client))).code, "DEADLINE_EXCEEDED");
    assert.equal((await failure(check(client, { timeoutMs: 300 }))).code, "DEADLINE_EXCEEDED");
    const signal = AbortSignal.timeout(300);
    assert.equal((await failure(check(client, { signal }))).code, "DEADLINE_EXCEEDED");
    assert.equal(requestIds.length, 3);
  });

  it("says how long it waited", async () => {
    const client = await beside(http2(() => undefined).server, { timeoutMs: 50 });
    const { message } = await failure(check(client));
    assert.equal(message, `no answer from ${client.address} within 0.05 s`);
  });

  it("is DEADLINE_EXCEEDED at once, and not made, where it has no time", async () => {
    const { server, requestIds } = http2(() => undefined);
    const client = await beside(server);
    for (const timeoutMs of [0, -1, Number.NaN]) {
      const error = await failure(check(client, { timeoutMs }));
      assert.equal(error.code, "DEADLINE_EXCEEDED");
      assert.notEqual(error.requestId, "");
      const stub = client.products.getProduct({ name: "a" }, { timeoutMs });
      assert.equal((await failure(stub)).code, "DEADLINE_EXCEEDED");
    }
    assert.equal(requestIds.length, 0);
  });

  it("is DEADLINE_EXCEEDED where no time is left for another attempt", async () => {
    const { server } = http2((stream) => stream.close(7));
    // Four attempts take 0.56 s at least: a fifth less than 0.1, 0.2 and 0.4 s lie between them.
    const error = await failure(check(await beside(server, { timeoutMs: 500 })));
    assert.equal(error.code, "DEADLINE_EXCEEDED");
    assert.ok(error.cause instanceof GrantorError && error.cause.code === "UNAVAILABLE");
  });

  it("is CANCELLED where it is given up, also between attempts, and after the client was closed", async () => {
    const { server } = http2(() => undefined);
    const client = await beside(server);
    assert.equal((await failure(check(client, { signal: AbortSignal.abort() }))).code, "CANCELLED");
    const giveUp = new AbortController();
    const waiting = failure(check(client, { signal: giveUp.signal }));
    giveUp.abort();
    assert.equal((await waiting).code, "CANCELLED");
    const open = failure(check(client));
    client.close();
    assert.equal((await open).code, "CANCELLED");
    const closed = { code: "CANCELLED", message: "the client is closed; make another" };
    await assert.rejects(check(client), closed);
    await assert.rejects(client.watch("organizations/a").ready(), closed);
    await assert.rejects(client.watch("organizations/a").next(), closed);
  });

  it("is refused here where its own acting user is none", async () => {
    const { server, requestIds } = http2(() => undefined);
    const client = await beside(server);
    for (const user of ["", "ann", "users/", "users/änn", "users/☃"]) {
      const headers = [["x-grantor-acting-user", user]] as [string, string][];
      const call = client.products.getProduct({ name: "a" }, { headers });
      assert.equal((await failure(call)).code, "INVALID_ARGUMENT");
    }
    assert.equal(requestIds.length, 0);
  });

  it("has the id that it was given", async () => {
    const { server, requestIds } = http2((stream) => stream.close(7));
    const client = await beside(server);
    const headers = { "X-Request-Id": "mine" };
    const call = client.products.getProduct({ name: "a" }, { headers });
    assert.equal((await failure(call)).requestId, "mine");
    assert.deepEqual(requestIds, Array(4).fill("mine"));
  });

  it("goes on where a client for somebody was closed", async () => {
    const { server, requestIds } = http2((stream) => stream.close(7));
    const client = await beside(server);
    client.actingFor("users/ann").close();
    assert.equal((await failure(check(client))).code, "UNAVAILABLE");
    assert.equal(requestIds.length, 4);
  });

  it("is RESOURCE_EXHAUSTED where the answer is larger than 16 MiB", async () => {
    const size = 16 * 1024 * 1024 + 1;
    const { server } = http2((stream) => {
      const answer = Buffer.alloc(5 + size);
      answer.writeUInt32BE(size, 1);
      stream.respond(ANSWER);
      stream.end(answer);
    });
    assert.equal((await failure(check(await beside(server)))).code, "RESOURCE_EXHAUSTED");
  });
});

describe("a list", () => {
  it("of a method that has no pages is refused", async () => {
    const client = await beside(createServer());
    // @ts-expect-error Nor does it compile.
    const list = client.list(ProductService.method.getProduct, {});
    await assert.rejects(list.next(), TypeError);
  });
});
