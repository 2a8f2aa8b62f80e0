// Checks per second through the client and through the raw stub, in turns, as one line of JSON.

import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { AccessService, GrantorClient } from "@grantor/client";

const ROUND_MS = 2000;
const CONCURRENCY = 32;
const QUESTION = ["users/alice", "kdrive/use", "organizations/acme/products/drive-1"] as const;

const rounds = Number(process.argv[2]);
const client = new GrantorClient();
const sdk = () => client.check(...QUESTION);
const raw = rawStub();

// Connections and the compiler warm up in a round that does not count.
await round(sdk);
await round(raw);
const measured: { sdk: number; raw: number }[] = [];
for (let number = 0; number < rounds; number++) {
  // Who comes first changes, so that neither always runs after the other.
  const first = await round(number % 2 === 0 ? sdk : raw);
  const second = await round(number % 2 === 0 ? raw : sdk);
  measured.push(number % 2 === 0 ? { sdk: first, raw: second } : { sdk: second, raw: first });
}
client.close();
console.log(
  JSON.stringify({
    language: "typescript",
    sdk: Math.round(median(measured.map((each) => each.sdk))),
    raw: Math.round(median(measured.map((each) => each.raw))),
    ratio: Number(median(measured.map((each) => each.sdk / each.raw)).toFixed(3)),
  }),
);
process.exit();

function rawStub(): () => Promise<unknown> {
  const transport = createGrpcTransport({
    baseUrl: client.address,
    readMaxBytes: 16 * 1024 * 1024,
  });
  const stub = createClient(AccessService, transport);
  const headers = { authorization: `Bearer ${process.env["GRANTOR_KEY"]}` };
  const [subject, right, resource] = QUESTION;
  return () => stub.checkAccess({ subject, right, resource }, { headers });
}

/** Calls per second, so many at a time. */
async function round(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + ROUND_MS;
  let calls = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await call();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, caller));
  return (calls / (performance.now() - start)) * 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(
    Math.ceil(middle) - 1,
    Math.floor(middle) + 1,
  );
  return (low + high) / 2;
}
