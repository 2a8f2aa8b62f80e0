// A cache over a real connection: the stream tells, and each question has an answer whatever becomes of it.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { afterEach, describe, it } from "node:test";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import type { WatchAccessResponse } from "@grantor/client";
import {
  AccessService,
  Decision,
  GrantorClient,
  GrantorError,
  WatchAccessResponseSchema,
} from "@grantor/client";
import { GrantorClient as WebClient } from "@grantor/client/web";
import type * as Cached from "../dist/cached-access.js";
import type { Calls } from "../dist/calls.js";
import type * as Inside from "../dist/kept.js";

const { Kept }: typeof Inside = await import(new URL("../../dist/kept.js", import.meta.url).href);
const { CachedAccess, course }: typeof Cached = await import(
  new URL("../../dist/cached-access.js", import.meta.url).href
);

type Sent = MessageInitShape<typeof WatchAccessResponseSchema>;

const HOME = "organizations/acme";
const QUESTION = ["users/a", "use", `${HOME}/products/drive-1`] as const;
const NOW = { seconds: 1_900_000_000n };
const EVERYBODY = { allSubjects: true };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

/** What comes one after the other, for who waits for each. */
class Line<T> {
  readonly #come: T[] = [];
  readonly #waiting: ((one: T) => void)[] = [];

  put(one: T) {
    const waiting = this.#waiting.shift();
    waiting === undefined ? this.#come.push(one) : waiting(one);
  }

  async next(): Promise<T> {
    return this.#come.shift() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Says when it heard something and when it lost the stream; its clock stands still. */
class Heard extends Kept {
  readonly heard = new Line<true>();
  readonly lost = new Line<GrantorError>();
  overs = 0;

  constructor() {
    super(HOME, {}, () => 7000);
  }

  override take(message: WatchAccessResponse) {
    super.take(message);
    this.heard.put(true);
  }

  override over(question: Inside.UnderWay) {
    super.over(question);
    this.overs += 1;
  }

  override lose(failure?: GrantorError) {
    super.lose(failure);
    if (failure !== undefined) {
      this.lost.put(failure);
    }
  }
}

/** A stream of the server: what is put is sent, and ends it if it is an error or nothing. */
class Told {
  readonly #messages = new Line<Sent | Error | "end">();

  tell(consistencyToken: string, invalidation?: NonNullable<Sent["invalidation"]>): this {
    this.#messages.put({
      consistencyToken,
      provedTime: NOW,
      ...(invalidation && { invalidation }),
    });
    return this;
  }

  end(how: Error | "end" = "end"): this {
    this.#messages.put(how);
    return this;
  }

  async *run(signal: AbortSignal): AsyncGenerator<Sent> {
    signal.addEventListener("abort", () => this.end());
    for (;;) {
      const message = await this.#messages.next();
      if (message === "end") {
        return;
      }
      if (message instanceof Error) {
        throw message;
      }
      yield message;
    }
  }
}

/** How a client and its server speak: Node.js over HTTP/2, or a browser's `fetch`. */
interface Way {
  readonly name: string;
  readonly make: typeof GrantorClient | typeof WebClient;
  listen(handler: ReturnType<typeof connectNodeAdapter>): Server;
}

const WAYS: readonly Way[] = [
  { name: "gRPC", make: GrantorClient, listen: (handler) => createHttp2Server(handler) },
  { name: "gRPC-Web", make: WebClient, listen: (handler) => createServer(handler) },
];

/** A cache of a client, beside a server with these streams, one after the other. */
async function over({ make, listen }: Way, ...streams: Told[]) {
  const tokens: (readonly string[])[] = [];
  const ended: AbortSignal[] = [];
  const came = new Line<true>();
  let free: Promise<void> = Promise.resolve();
  const handler = connectNodeAdapter({
    routes: (router) =>
      router.service(AccessService, {
        async checkAccess({ consistency, right, atTime }) {
          if (right === "fly" || atTime !== undefined) {
            throw new ConnectError("no such right", Code.InvalidArgument);
          }
          const { requirement } = consistency ?? { requirement: { case: undefined } };
          tokens.push(requirement.case === "atLeastAsFresh" ? requirement.value.tokens : []);
          came.put(true);
          await free;
          return { decision: Decision.ALLOWED, evaluateTime: NOW };
        },
        async *watchAccess({ organization }, { signal }) {
          assert.equal(organization, HOME);
          ended.push(signal);
          yield* (streams.shift() ?? new Told()).run(signal);
        },
      }),
  });
  const server = listen(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new make({ address: `http://127.0.0.1:${port}`, key: "k" });
  const kept = new Heard();
  const access = new CachedAccess(client.transport as Calls, kept);
  closers.push(() => {
    access.close();
    client.close();
    server.close();
  });
  const asks = async () => {
    const { allowed, fromCache } = await access.check(...QUESTION);
    assert.ok(allowed);
    return !fromCache;
  };
  /** Holds questions back from now on, until what it gives is called. */
  const hold = () => {
    let release: () => void = () => undefined;
    free = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  return { access, client, kept, tokens, ended, came, asks, hold };
}

for (const way of WAYS) {
  describe(`a cache over ${way.name}`, { timeout: 20_000 }, () => {
    const beside = (...streams: Told[]) => over(way, ...streams);

    it("gives what it keeps until the stream says otherwise", async () => {
      const told = new Told().tell("t0", EVERYBODY);
      const { access, kept, tokens, asks } = await beside(told);
      await kept.heard.next();
      assert.deepEqual([await asks(), await asks(), await asks()], [true, false, false]);
      told.tell("t1", { subjects: ["users/a"] });
      await kept.heard.next();
      assert.deepEqual([await asks(), await asks()], [true, false]);
      assert.deepEqual(access.stats, { hits: 3, asked: 2, keeping: true });
      assert.equal(access.failure, undefined);
      assert.deepEqual(tokens, [["t0"], ["t1"]]);
    });

    for (const invalidation of [EVERYBODY, { subjects: ["users/a"] }]) {
      it(`gives an answer that was under way, and does not keep it: ${JSON.stringify(invalidation)}`, async () => {
        const told = new Told().tell("t0", EVERYBODY);
        const { kept, came, asks, hold } = await beside(told);
        await kept.heard.next();
        const release = hold();
        const asking = asks();
        await came.next();
        told.tell("t1", invalidation);
        await kept.heard.next();
        release();
        assert.equal(await asking, true);
        assert.deepEqual([await asks(), await asks()], [true, false]);
      });
    }

    it("asks while no stream stands, opens another and forgets", async () => {
      const [first, second] = [new Told().tell("t0", EVERYBODY), new Told()];
      const { access, kept, tokens, came, asks, hold } = await beside(first, second);
      await kept.heard.next();
      assert.deepEqual([await asks(), await asks()], [true, false]);
      await came.next();
      const release = hold();
      const asking = access.check("users/b", "use", HOME);
      await came.next();
      first.end(new ConnectError("as the test says", Code.Unavailable));
      assert.equal((await kept.lost.next()).message, "as the test says");
      assert.equal(access.failure?.message, "as the test says");
      assert.equal(access.stats.keeping, false);
      const between = asks();
      await came.next();
      second.tell("t9", EVERYBODY);
      await kept.heard.next();
      release();
      assert.equal((await asking).allowed, true);
      assert.equal(await between, true);
      assert.equal(access.failure, undefined);
      assert.equal((await access.check("users/b", "use", HOME)).fromCache, false);
      assert.deepEqual([await asks(), await asks()], [true, false]);
      assert.deepEqual(tokens, [["t0"], ["t0"], [], ["t9"], ["t9"]]);
    });

    it("says why it may not watch, and asks", async () => {
      const refused = new ConnectError("you may not", Code.PermissionDenied);
      const { access, kept, asks } = await beside(new Told().end(refused));
      assert.equal((await kept.lost.next()).code, "PERMISSION_DENIED");
      assert.equal(access.failure?.message, "you may not");
      assert.deepEqual([await asks(), await asks()], [true, true]);
    });

    it("asks once it is closed, and its stream ends", async () => {
      const { access, kept, ended, asks } = await beside(new Told().tell("t0", EVERYBODY));
      await kept.heard.next();
      assert.deepEqual([await asks(), await asks()], [true, false]);
      const closed = performance.now();
      access.close();
      assert.deepEqual([await asks(), await asks()], [true, true]);
      assert.equal(access.failure?.message, "the cache is closed; make another");
      await Promise.all(ended.map(async (call) => call.aborted || once(call, "abort")));
      assert.equal(ended.length, 1);
      // By itself, and not since nothing was heard on it for 5 s.
      assert.ok(performance.now() - closed < 4000);
    });

    it("ends with its client", async () => {
      const { access, client, kept, asks } = await beside(new Told().tell("t0", EVERYBODY));
      await kept.heard.next();
      assert.equal(await asks(), true);
      client.close();
      await assert.rejects(access.check(...QUESTION), { code: "CANCELLED" });
      const message = "the client is closed; make another";
      assert.equal(access.failure?.message, message);
      const late = client.cachedAccess(HOME);
      assert.equal(late.failure?.message, message);
    });

    it("never keeps an error, and never asks about the past", async () => {
      const { access, kept } = await beside(new Told().tell("t0", EVERYBODY));
      await kept.heard.next();
      for (const right of ["fly", "fly"]) {
        await assert.rejects(
          access.check("users/a", right, HOME),
          (error) => error instanceof GrantorError && error.message === "no such right",
        );
      }
      assert.deepEqual(access.stats, { hits: 0, asked: 2, keeping: true });
      assert.equal(kept.overs, 2);
      // Not by its types; but it would be kept for one of now.
      const past = { atTime: new Date(0), timeoutMs: 5000 };
      await access.check("users/a", "use", HOME, past);
    });

    it("leaves a silent stream after 5 s", async () => {
      const { access, client, kept, asks } = await beside(
        new Told(),
        new Told().tell("t1", EVERYBODY),
      );
      const failure = await kept.lost.next();
      assert.equal(failure.message, `no answer from ${client.address}: nothing came within 5 s`);
      await kept.heard.next();
      assert.equal(access.failure, undefined);
      assert.deepEqual([await asks(), await asks()], [true, false]);
    });
  });
}

describe("the streams of a cache", () => {
  it("are tried soon where the server is away, and every 10 s where it refuses", () => {
    const streams = course(new Kept(HOME, {}));
    const away = new GrantorError("UNAVAILABLE", "away");
    const refused = new GrantorError("PERMISSION_DENIED", "refused");
    const waits = [streams.waitAfterMs(refused)];
    streams.answered(create(WatchAccessResponseSchema));
    assert.ok(streams.waitAfterMs(away) < 200);
    waits.push(Array.from({ length: 10 }, () => streams.waitAfterMs(away)).at(-1) ?? 0);
    for (const ms of waits) {
      assert.ok(ms >= 8000 && ms <= 12_000, `${ms}`);
    }
    streams.answered(create(WatchAccessResponseSchema));
    assert.ok(streams.waitAfterMs(away) < 200);
  });

  it("each begin with nothing of the one before", () => {
    const kept = new Kept(HOME, {}, () => 7000);
    kept.take(create(WatchAccessResponseSchema, { consistencyToken: "t", provedTime: NOW }));
    assert.equal(kept.stats.keeping, true);
    course(kept).opened();
    assert.equal(kept.stats.keeping, false);
  });
});
