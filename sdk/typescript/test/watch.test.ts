// What a watch makes of streams that break, by a server that has a script for each of them.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, it } from "node:test";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import type { WatchChangesResponseSchema } from "@grantor/client";
import { AccessService, GrantorClient, GrantorError } from "@grantor/client";

type Sent = MessageInitShape<typeof WatchChangesResponseSchema>;
type Stream = (signal: AbortSignal) => AsyncGenerator<Sent>;

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

/** A client of a server with these streams, one after the other, and where each of them began. */
async function beside(...streams: Stream[]) {
  const starts: unknown[] = [];
  const handler = connectNodeAdapter({
    routes: (router) =>
      router.service(AccessService, {
        async *watchChanges({ start }, { signal }) {
          starts.push(start.value);
          const next = streams.shift();
          if (next === undefined) {
            throw new ConnectError("no more", Code.PermissionDenied);
          }
          yield* next(signal);
        },
      }),
  });
  const sockets: Socket[] = [];
  const server = createServer(handler).listen(0, "127.0.0.1");
  server.on("connection", (socket: Socket) => sockets.push(socket));
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new GrantorClient({ address: `http://127.0.0.1:${port}`, key: "k" });
  closers.push(() => {
    client.close();
    server.close();
  });
  return { client, starts, sockets };
}

function heartbeat(position: string): Sent {
  return { event: { case: "heartbeat", value: {} }, position };
}

function change(organization: string, revision: number, position: string): Sent {
  const name = `organizations/${organization}/changes/${revision}`;
  return { event: { case: "change", value: { name, revision: BigInt(revision) } }, position };
}

/** When the server has seen the end of each call. */
async function all(calls: readonly AbortSignal[]): Promise<void> {
  await Promise.all(calls.map(async (call) => call.aborted || once(call, "abort")));
}

async function ended(socket: Socket): Promise<void> {
  await new Promise((resolve) => {
    if (socket.destroyed) {
      resolve(undefined);
    }
    socket.once("close", resolve);
    socket.on("error", () => undefined);
  });
}

const broken = new ConnectError("gone", Code.Unavailable);

// Shorter than three heartbeats of 10 s, after which a watch would end a stream that was left open.
describe("a watch", { timeout: 20_000 }, () => {
  it("goes on from the last position, and gives each change once", async () => {
    const { client, starts } = await beside(
      // biome-ignore lint/correctness/useYield: this one breaks before anything comes.
      async function* () {
        throw broken;
      },
      async function* () {
        yield heartbeat("p1");
        throw broken;
      },
      async function* () {
        yield heartbeat("p2");
        yield change("a", 5, "p3");
      },
      async function* () {
        yield change("a", 5, "p4");
        yield { position: "p5" };
        yield change("b", 2, "p6");
        throw broken;
      },
      async function* () {
        yield change("b", 1, "p7");
        yield change("a", 6, "p8");
      },
    );
    const seen: string[] = [];
    const watching = async () => {
      const from = { afterRevision: 4 };
      for await (const { change: each, position } of client.watch("organizations/-", { from })) {
        seen.push(`${each.name} ${position}`);
      }
    };
    await assert.rejects(watching, { code: "PERMISSION_DENIED", message: "no more" });
    assert.deepEqual(starts, [4n, 4n, "p1", "p3", "p6", "p8"]);
    assert.deepEqual(seen, [
      "organizations/a/changes/5 p3",
      "organizations/b/changes/2 p6",
      "organizations/a/changes/6 p8",
    ]);
  });

  it("takes silence for a lost connection", async () => {
    const calls: AbortSignal[] = [];
    const { client, starts } = await beside(
      async function* (signal) {
        calls.push(signal);
        yield heartbeat("p1");
        await once(signal, "abort");
      },
      async function* () {
        yield change("a", 1, "p2");
      },
    );
    const watch = client.watch("organizations/a", { heartbeatMs: 1000 });
    assert.equal((await watch.next()).value?.position, "p2");
    assert.deepEqual(starts, [undefined, "p1"]);
    await all(calls);
    watch.close();
  });

  it("comes back over another connection after silence, which the client closes too", async () => {
    const calls: AbortSignal[] = [];
    const endless: Stream = async function* (signal) {
      calls.push(signal);
      yield calls.length === 1 ? heartbeat("p1") : change("a", 1, "p2");
      await once(signal, "abort");
    };
    const { client, sockets } = await beside(endless, endless);
    const watch = client.watch("organizations/a", { heartbeatMs: 1000 });
    assert.equal((await watch.next()).value?.position, "p2");
    assert.equal(sockets.length, 2);
    const waiting = watch.next();
    client.close();
    await assert.rejects(waiting, { code: "CANCELLED" });
    await Promise.all(sockets.map(ended));
    await all(calls);
  });

  it("backs off longer and longer where each stream opens and breaks, until the client is closed", async () => {
    let onFifth: () => void = () => undefined;
    const fifth = new Promise<void>((resolve) => {
      onFifth = resolve;
    });
    const opens: Stream = async function* () {
      yield heartbeat("p1");
    };
    const opensAndTells: Stream = async function* () {
      yield heartbeat("p1");
      onFifth();
    };
    const { client } = await beside(opens, opens, opens, opens, opensAndTells);
    const begun = performance.now();
    const watch = client.watch("organizations/a");
    await watch.ready();
    const waiting = assert.rejects(watch.next(), { code: "CANCELLED" });
    await Promise.race([waiting, fifth]);
    // 0.1, 0.2, 0.4 and 0.8 s, a fifth less at most, and what a timer may be early.
    const took = performance.now() - begun;
    assert.ok(took >= 1190, `the fifth stream ended after ${took} ms`);
    // Time for the watch to see its end. The next one would come 1.28 s later at the earliest.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const closed = performance.now();
    client.close();
    await waiting;
    assert.ok(performance.now() - closed < 900);
  });

  it("ends the call when it is closed, by the end of the loop or from elsewhere", async () => {
    const calls: AbortSignal[] = [];
    const endless: Stream = async function* (signal) {
      calls.push(signal);
      yield change("a", 1, "p1");
      await once(signal, "abort");
    };
    const { client } = await beside(endless, endless);
    for await (const { position } of client.watch("organizations/a")) {
      assert.equal(position, "p1");
      break;
    }
    const watch = client.watch("organizations/a");
    await watch.next();
    const waiting = watch.next();
    watch.close();
    assert.equal((await waiting).done, true);
    assert.equal((await watch.next()).done, true);
    assert.equal(calls.length, 2);
    await all(calls);
  });

  it("fails as a call does, until the server has answered once", async () => {
    const breaks: Stream[] = Array(4).fill(
      // biome-ignore lint/correctness/useYield: this one breaks before anything comes.
      async function* () {
        throw broken;
      },
    );
    const { client, starts } = await beside(...breaks);
    const watch = client.watch("organizations/a");
    await assert.rejects(watch.ready(), { code: "UNAVAILABLE", message: "gone" });
    await assert.rejects(watch.next(), { code: "UNAVAILABLE", message: "gone" });
    assert.equal(starts.length, 4);
  });

  it("takes silence and an end before the first answer for UNAVAILABLE", async () => {
    // biome-ignore lint/correctness/useYield: this one is silent.
    const silent: Stream = async function* (signal) {
      await once(signal, "abort");
    };
    const empty: Stream = async function* () {};
    const { client, starts } = await beside(empty, empty, empty, silent);
    const impatient = new GrantorClient({ address: client.address, key: "k", timeoutMs: 1000 });
    const { address } = client;
    const message = `no answer from ${address}: nothing came within 1 s`;
    await assert.rejects(impatient.watch("organizations/a").ready(), {
      code: "UNAVAILABLE",
      message,
    });
    impatient.close();
    assert.equal(starts.length, 4);
  });

  it("is ready once the server has answered, and then goes on without end", async () => {
    const { client, starts } = await beside(
      async function* () {
        yield heartbeat("p1");
      },
      ...Array<Stream>(4).fill(async function* () {}),
      async function* () {
        yield change("a", 1, "p2");
      },
    );
    const watch = client.watch("organizations/a");
    await watch.ready();
    await watch.ready();
    assert.deepEqual(starts, [undefined]);
    assert.equal((await watch.next()).value?.position, "p2");
    assert.equal(starts.length, 6);
    watch.close();
    await assert.rejects(watch.ready(), { code: "CANCELLED" });
  });

  it("is not ready where it was closed meanwhile", async () => {
    const calls: AbortSignal[] = [];
    const { client } = await beside(
      // biome-ignore lint/correctness/useYield: this one is silent.
      async function* (signal) {
        calls.push(signal);
        await once(signal, "abort");
      },
    );
    const watch = client.watch("organizations/a");
    const opening = watch.ready();
    watch.close();
    await assert.rejects(opening, {
      code: "CANCELLED",
      message: "the watch is closed; make another",
    });
    assert.equal((await watch.next()).done, true);
    await all(calls);
  });

  it("fails where its signal is aborted", async () => {
    const endless: Stream = async function* (signal) {
      yield heartbeat("p1");
      await once(signal, "abort");
    };
    const { client } = await beside(endless, endless);
    const signal = AbortSignal.timeout(100);
    const timed = client.watch("organizations/a", { signal }).next();
    await assert.rejects(timed, { code: "DEADLINE_EXCEEDED" });
    const giveUp = new AbortController();
    const waiting = client.watch("organizations/a", { signal: giveUp.signal }).next();
    giveUp.abort();
    await assert.rejects(
      waiting,
      (error) => error instanceof GrantorError && error.code === "CANCELLED",
    );
  });
});
