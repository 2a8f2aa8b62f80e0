// What a stream of questions makes of a server that answers, ends, or says nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, it } from "node:test";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import type {
  CheckStream,
  StreamCheckAccessRequest,
  StreamCheckAccessResponseSchema,
} from "@grantor/client";
import { AccessService, Decision, ErrorReason, GrantorClient, GrantorError } from "@grantor/client";
import { GrantorClient as WebClient } from "@grantor/client/web";

type Said = MessageInitShape<typeof StreamCheckAccessResponseSchema> & object;
type Run = (
  questions: AsyncIterable<StreamCheckAccessRequest>,
  signal: AbortSignal,
) => AsyncGenerator<Said>;

const WINDOW = 256;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

async function beside(run: Run, timeoutMs = 5000): Promise<GrantorClient> {
  const handler = connectNodeAdapter({
    routes: (router) =>
      router.service(AccessService, {
        streamCheckAccess: (questions, { signal }) => run(questions, signal),
      }),
  });
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new GrantorClient({ address: `http://127.0.0.1:${port}`, key: "k", timeoutMs });
  closers.push(() => {
    client.close();
    server.close();
  });
  return client;
}

/** Allows "use", denies "no", fails "fly", and says what nobody knows to the rest. */
function said(index: number, right: string): Said {
  const consistencyToken = index === 0 ? "t0" : index === 7 ? "t7" : "";
  const known: Record<string, Decision> = { use: Decision.ALLOWED, no: Decision.DENIED };
  if (right === "fly") {
    const value = { code: 3, reason: ErrorReason.RIGHT_UNKNOWN, message: "no such right" };
    return { index: BigInt(index), result: { result: { case: "error", value } } };
  }
  const value = { decision: known[right] ?? (99 as Decision) };
  const result = right === "empty" ? {} : { result: { case: "answer" as const, value } };
  return { index: BigInt(index), consistencyToken, result };
}

/** Answers so many, and then ends. */
function first(count: number, end?: ConnectError): Run {
  return async function* (questions) {
    let index = 0;
    for await (const { right } of questions) {
      yield said(index++, right);
      if (index === count) {
        break;
      }
    }
    if (end) {
      throw end;
    }
  };
}

// biome-ignore lint/correctness/useYield: it says nothing.
async function* silent(_: unknown, signal: AbortSignal): AsyncGenerator<Said> {
  await (signal.aborted || once(signal, "abort"));
}

async function outcomes(stream: CheckStream, rights: readonly string[]) {
  const asked = rights.map((right) => stream.ask("users/a", right, "organizations/b"));
  const settled = await Promise.allSettled(asked);
  return settled.map((one) =>
    one.status === "fulfilled" ? one.value : (one.reason as GrantorError),
  );
}

async function codes(stream: CheckStream, rights: readonly string[]) {
  return (await outcomes(stream, rights)).map((one) =>
    one instanceof GrantorError ? one.code : one.allowed,
  );
}

describe("a stream of questions", { timeout: 20_000 }, () => {
  it("gives each its own answer or error, and the token that was said last", async () => {
    const stream = (await beside(first(9))).streamChecks();
    const rights = ["use", "no", "fly", "odd", "empty", "use", "use", "use", "no"];
    const found = await outcomes(stream, rights);
    assert.deepEqual(
      found.map((one) => (one instanceof GrantorError ? one.code : one.allowed)),
      [true, false, "INVALID_ARGUMENT", "INTERNAL", "INTERNAL", true, true, true, false],
    );
    const [, , fly] = found;
    assert(fly instanceof GrantorError);
    assert.equal(fly.reason, "RIGHT_UNKNOWN");
    assert.notEqual(fly.requestId, "");
    assert.deepEqual(
      found.flatMap((one) => (one instanceof GrantorError ? [] : [one.token])),
      ["t0", "t0", "t0", "t0", "t7", "t7"],
    );
  });

  it("takes more than may be under way", async () => {
    const stream = (await beside(first(3 * WINDOW))).streamChecks();
    assert.deepEqual(
      await codes(stream, Array(3 * WINDOW).fill("use")),
      Array(3 * WINDOW).fill(true),
    );
  });

  it("has no more under way than its window", async () => {
    const came: string[] = [];
    let onMore: () => void = () => undefined;
    const oneMore = new Promise<void>((resolve) => {
      onMore = resolve;
    });
    const client = await beside(async function* (questions) {
      for await (const { right } of questions) {
        came.push(right);
        if (came.length === WINDOW) {
          yield said(0, "use");
        } else if (came.length > WINDOW) {
          onMore();
        }
      }
    });
    const stream = client.streamChecks();
    const all = Array.from({ length: WINDOW + 2 }, () =>
      stream.ask("users/a", "use", "organizations/b").catch((error: unknown) => error),
    );
    await all[0];
    // The answer made room for one.
    await oneMore;
    const late = stream.ask("users/a", "use", "organizations/b", { timeoutMs: 50 });
    await assert.rejects(late, { code: "DEADLINE_EXCEEDED" });
    assert.equal(came.length, WINDOW + 1);
    stream.close();
    await Promise.all(all);
  });

  it("fails what is not answered with its end, and asks nothing again", async () => {
    for (const [end, code] of [
      [undefined, "UNAVAILABLE"],
      [new ConnectError("stops", Code.Unavailable), "UNAVAILABLE"],
      [new ConnectError("no key", Code.Unauthenticated), "UNAUTHENTICATED"],
    ] as const) {
      const stream = (await beside(first(2, end))).streamChecks();
      const all = [true, true, ...Array(2 * WINDOW - 2).fill(code)];
      assert.deepEqual(await codes(stream, Array(2 * WINDOW).fill("use")), all);
      assert.equal(stream.error?.code, code);
    }
  });

  it("allows nothing by answers out of order", async () => {
    const client = await beside(async function* () {
      yield said(1, "use");
    });
    assert.deepEqual(await codes(client.streamChecks(), ["use", "use"]), ["INTERNAL", "INTERNAL"]);
  });

  it("that says nothing holds up nobody for ever", async () => {
    const stream = (await beside(silent, 100)).streamChecks();
    const all = Array(WINDOW + 1).fill("DEADLINE_EXCEEDED");
    assert.deepEqual(await codes(stream, Array(WINDOW + 1).fill("use")), all);
    assert.equal(stream.error, undefined);
    stream.close();
  });

  it("loses nothing where a question is given up", async () => {
    const stream = (await beside(first(2))).streamChecks();
    const given = new AbortController();
    const { signal } = given;
    const asked = stream.ask("users/a", "no", "organizations/b", { signal });
    const other = stream.ask("users/a", "use", "organizations/b", { timeoutMs: Infinity });
    given.abort();
    await assert.rejects(asked, { code: "CANCELLED" });
    assert((await other).allowed);
  });

  it("ends when it is closed, or its client is", async () => {
    for (const whole of [false, true]) {
      let ended: Promise<unknown> | undefined;
      let heard: () => void = () => undefined;
      const began = new Promise<void>((resolve) => {
        heard = resolve;
      });
      // biome-ignore lint/correctness/useYield: it says nothing.
      const client = await beside(async function* (_, signal) {
        ended = once(signal, "abort");
        heard();
        await ended;
      });
      const stream = client.streamChecks();
      const asked = stream.ask("users/a", "use", "organizations/b");
      await began;
      (whole ? client : stream).close();
      await assert.rejects(asked, { code: "CANCELLED" });
      const later = stream.ask("users/a", "use", "organizations/b");
      await assert.rejects(later, { code: "CANCELLED" });
      await ended;
    }
  });

  it("is nothing that browsers can do", async () => {
    const client = new WebClient({ address: "http://127.0.0.1:1", key: "k" });
    const asked = client.streamChecks().ask("users/a", "use", "organizations/b");
    await assert.rejects(asked, { code: "UNIMPLEMENTED" });
  });

  it("is there by the stub too", async () => {
    const client = await beside(first(1, new ConnectError("no key", Code.Unauthenticated)));
    const answers = client.access.streamCheckAccess(
      (async function* () {
        yield { right: "use" };
      })(),
    );
    const read = answers[Symbol.asyncIterator]();
    assert.equal((await read.next()).value?.index, 0n);
    await assert.rejects(read.next(), { code: "UNAUTHENTICATED" });
  });
});
