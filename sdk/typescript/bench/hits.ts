// What an answer costs that is kept, as one line of JSON. It needs no server: one of this process tells once a
// second that nothing has changed, as a real one would.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { create } from "@bufbuild/protobuf";
import { timestampNow } from "@bufbuild/protobuf/wkt";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import type { WatchAccessResponse } from "@grantor/client";
import { AccessService, CheckAccessResponseSchema, Decision, GrantorClient } from "@grantor/client";
import type * as Cached from "../dist/cached-access.js";
import type { Calls } from "../dist/calls.js";
import type * as Inside from "../dist/kept.js";

const { Kept }: typeof Inside = await import(new URL("../../dist/kept.js", import.meta.url).href);
const { CachedAccess }: typeof Cached = await import(
  new URL("../../dist/cached-access.js", import.meta.url).href
);

const HOME = "organizations/acme";
const KEPT = 100_000;
const CONCURRENCY = 32;
const ANSWER = { allowed: true, reason: 2, path: undefined, validUntil: undefined, token: "t" };

/** Says when it has heard something. */
class Heard extends Kept {
  onHeard: () => void = () => undefined;

  override take(message: WatchAccessResponse): void {
    super.take(message);
    this.onHeard();
  }
}

type Asked = readonly [subject: string, right: string, resource: string];

const rounds = Number(process.argv[2]);
const client = new GrantorClient({ address: await telling(), key: "k" });
const kept = new Heard(HOME, { maxAnswers: 3 * KEPT });
const access = new CachedAccess(client.transport as Calls, kept);
await standing();
const questions = fill();
const alone: number[] = [];
const together: number[] = [];
await standing();
// The compiler warms up in a round that does not count.
await ask(questions);
for (let number = 0; number < rounds; number++) {
  await standing();
  alone.push(await nanoseconds(() => ask(questions)));
  await standing();
  const parts = Array.from({ length: CONCURRENCY }, (_, part) =>
    questions.filter((_, index) => index % CONCURRENCY === part),
  );
  together.push(await nanoseconds(() => Promise.all(parts.map(ask))));
}
console.log(
  JSON.stringify({
    language: "typescript",
    kept: KEPT,
    hit_ns: median(alone),
    [`hit_ns_of_${CONCURRENCY}_at_once`]: median(together),
  }),
);
process.exit();

/** A server of WatchAccess; gives its address. */
async function telling(): Promise<string> {
  const handler = connectNodeAdapter({
    routes: (router) =>
      router.service(AccessService, {
        async *watchAccess(_, { signal }) {
          let invalidation: { allSubjects: boolean } | undefined = { allSubjects: true };
          while (!signal.aborted) {
            const said = { consistencyToken: "t", provedTime: timestampNow() };
            yield invalidation ? { ...said, invalidation } : said;
            invalidation = undefined;
            await after(1000);
          }
        },
      }),
  });
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** When something has just been heard, so that there are 5 s until it is asked again. */
async function standing(): Promise<void> {
  await after(20);
  await new Promise<void>((resolve) => {
    kept.onHeard = resolve;
  });
}

/** Keeps as many answers as there are questions, which it gives in no order. */
function fill(): Asked[] {
  const asked: Asked[] = [];
  for (let number = 0; number < KEPT; number++) {
    const user = `users/${number % 1000}`;
    const product = `${HOME}/products/drive-${Math.floor(number / 1000)}`;
    const question = kept.ask(user, "manage", product);
    const message = create(CheckAccessResponseSchema, {
      decision: Decision.ALLOWED,
      evaluateTime: timestampNow(),
    });
    kept.answered(question, ANSWER, message);
    kept.over(question);
    asked.push([user, "manage", product]);
  }
  return shuffled(asked);
}

function shuffled(asked: readonly Asked[]): Asked[] {
  return asked
    .map((question) => ({ question, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ question }) => question);
}

async function ask(some: readonly Asked[]): Promise<void> {
  for (const question of some) {
    const { allowed, fromCache } = await access.check(...question);
    assert.ok(allowed && fromCache, "that was no hit");
  }
}

/** What each question took, of this process's time: whatever else the machine does costs no hit. */
async function nanoseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round(((user + system) * 1000) / questions.length);
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
