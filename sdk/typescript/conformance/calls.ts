// The calls of sdk/conformance/README.md, each made by the client.

import { setTimeout as after } from "node:timers/promises";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type {
  AskOptions,
  CachedAccess,
  CallOptions,
  CheckOptions,
  GrantorClient,
  Question,
  WatchStart,
} from "@grantor/client";
import {
  AccessReasonSchema,
  AccessService,
  GrantorError,
  MemberService,
  ProductService,
} from "@grantor/client";

/** What a step may give to its call; each takes what the README says. */
export interface With extends Question {
  readonly consistency?: "full" | readonly string[];
  readonly at_time?: string;
  readonly at_revision?: number;
  readonly questions?: readonly Question[];
  readonly question: Question;
  readonly repeat?: number;
  readonly parent: string;
  readonly page_size: number;
  readonly grant_id: string;
  readonly rights: string[];
  readonly product: string;
  readonly note?: string;
  readonly request_id?: string;
  readonly name: string;
  readonly count: number;
  readonly after_revision?: number;
  readonly start_time?: string;
  readonly position?: string;
  readonly heartbeat_ms?: number;
  readonly organization: string;
  readonly max_answers?: number;
  readonly until?: { readonly allowed?: boolean; readonly from_cache?: boolean };
}

type Call = (client: GrantorClient, given: With, options: CallOptions) => Promise<object>;

/** All of them by name. */
export const CALLS: Readonly<Record<string, Call>> = {
  check,
  check_many: checkMany,
  stream_checks: streamChecks,
  explain,
  list_products: listProducts,
  list_accessible_products: listAccessibleProducts,
  list_members: listMembers,
  create_grant: createGrant,
  get_grant: getGrant,
  delete_grant: deleteGrant,
  watch,
  cached_open: cachedOpen,
  cached_check: cachedCheck,
  cached_close: cachedClose,
};

/** How long a step of a cache waits, and after which time it looks again. */
const LONGEST_MS = 10_000;
const AGAIN_MS = 20;

/** The cache of each client that has opened one. */
const CACHES = new WeakMap<GrantorClient, CachedAccess>();

async function check(client: GrantorClient, given: With, options: CallOptions) {
  const { subject, right, resource } = given;
  const answer = await client.check(subject, right, resource, when(given, options));
  const reason = AccessReasonSchema.value[answer.reason]?.name ?? answer.reason;
  return { allowed: answer.allowed, reason, token: answer.token };
}

function questions({ repeat, question, questions = [] }: With): readonly Question[] {
  return repeat === undefined ? questions : Array<Question>(repeat).fill(question);
}

async function streamChecks(client: GrantorClient, given: With, options: CallOptions) {
  const stream = client.streamChecks();
  const asked = questions(given).map(({ subject, right, resource }) =>
    stream.ask(subject, right, resource, fresh(given, options)),
  );
  const results = (await Promise.allSettled(asked)).map((one) => {
    if (one.status === "fulfilled") {
      const { allowed, reason, token } = one.value;
      return { allowed, reason: AccessReasonSchema.value[reason]?.name ?? reason, token };
    }
    const { code, reason } = one.reason as GrantorError;
    return { error: { code, reason } };
  });
  stream.close();
  if (given.repeat === undefined) {
    return { results };
  }
  const errors = results.filter((one) => "error" in one).length;
  return { count: results.length, allowed: results.filter((one) => one.allowed).length, errors };
}

async function checkMany(client: GrantorClient, given: With, options: CallOptions) {
  const { repeat } = given;
  const { results } = await client.checkMany(questions(given), when(given, options));
  if (repeat === undefined) {
    return {
      results: results.map(({ allowed, error }) =>
        error ? { error: { code: error.code, reason: error.reason } } : { allowed },
      ),
    };
  }
  const allowed = results.filter((result) => result.allowed).length;
  const errors = results.filter(({ error }) => error !== undefined).length;
  return { count: results.length, allowed, errors };
}

async function explain(client: GrantorClient, given: With, options: CallOptions) {
  const { subject, right, resource } = given;
  const { allowed, sentence } = await client.explain(
    subject,
    right,
    resource,
    when(given, options),
  );
  return { allowed, sentence };
}

function fresh({ consistency }: With, options: CallOptions): AskOptions {
  return consistency === undefined ? options : { ...options, consistency };
}

function when(given: With, options: CallOptions): CheckOptions {
  return { ...fresh(given, options), ...then(given) };
}

function then({ at_time, at_revision }: With) {
  return {
    ...(at_time !== undefined && { atTime: new Date(at_time) }),
    ...(at_revision !== undefined && { atRevision: at_revision }),
  };
}

async function listProducts(client: GrantorClient, given: With, options: CallOptions) {
  const { parent, page_size: pageSize } = given;
  const { listProducts: method } = ProductService.method;
  const names: string[] = [];
  for await (const { name } of client.list(method, { parent, pageSize }, options)) {
    names.push(name);
  }
  const [first = "", last = ""] = [names[0], names.at(-1)];
  return { count: names.length, first, last, distinct: new Set(names).size };
}

async function listAccessibleProducts(client: GrantorClient, given: With, options: CallOptions) {
  const { parent, subject, page_size: pageSize } = given;
  const { listAccessibleProducts: method } = AccessService.method;
  const { atTime, atRevision } = then(given);
  const request = {
    parent,
    subject,
    pageSize,
    ...(atTime && { atTime: timestampFromDate(atTime) }),
    ...(atRevision !== undefined && { atRevision: BigInt(atRevision) }),
  };
  const products: string[] = [];
  for await (const { product } of client.list(method, request, options)) {
    products.push(product);
  }
  return { products };
}

async function listMembers(client: GrantorClient, given: With, options: CallOptions) {
  const { parent, page_size: pageSize } = given;
  const { listMembers: method } = MemberService.method;
  const members: string[] = [];
  for await (const { name } of client.list(method, { parent, pageSize }, options)) {
    members.push(name);
  }
  return { members };
}

async function createGrant(client: GrantorClient, given: With, options: CallOptions) {
  const { parent, grant_id: grantId, subject, rights, product, note, request_id } = given;
  const { grant } = await client.grants.createGrant(
    {
      parent,
      grantId,
      grant: {
        subject,
        rights: { names: rights },
        scope: {
          scope: {
            case: "listed",
            value: { entries: [{ entry: { case: "product", value: product } }] },
          },
        },
        note: note ?? "",
      },
      requestId: request_id ?? "",
    },
    options,
  );
  return { name: grant?.name, note: grant?.note };
}

async function getGrant(client: GrantorClient, { name }: With, options: CallOptions) {
  const { grant } = await client.grants.getGrant({ name }, options);
  return { name: grant?.name, note: grant?.note };
}

async function deleteGrant(client: GrantorClient, { name }: With, options: CallOptions) {
  await client.grants.deleteGrant({ name }, options);
  return {};
}

async function watch(client: GrantorClient, given: With, { timeoutMs }: CallOptions) {
  const from = start(given);
  const watching = client.watch(given.parent, {
    ...(from && { from }),
    ...(given.heartbeat_ms !== undefined && { heartbeatMs: given.heartbeat_ms }),
    ...(timeoutMs !== undefined && { signal: AbortSignal.timeout(timeoutMs) }),
  });
  const changes: string[] = [];
  const methods: string[] = [];
  let position = "";
  while (changes.length < given.count) {
    const { value: event } = await watching.next();
    if (event === undefined) {
      break;
    }
    changes.push(event.change.name);
    methods.push(event.change.method);
    position = event.position;
  }
  watching.close();
  return { changes, methods, position };
}

async function cachedOpen(client: GrantorClient, { organization, max_answers }: With) {
  const options = max_answers === undefined ? {} : { maxAnswers: max_answers };
  const access = client.cachedAccess(organization, options);
  CACHES.set(client, access);
  const until = performance.now() + LONGEST_MS;
  while (!access.stats.keeping) {
    if (performance.now() > until) {
      const message = "the stream of the cache has told nothing";
      throw access.failure ?? new GrantorError("DEADLINE_EXCEEDED", message);
    }
    await after(AGAIN_MS);
  }
  return {};
}

async function cachedCheck(client: GrantorClient, given: With, options: CallOptions) {
  const { subject, right, resource, until: wanted = {} } = given;
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    const answer = await cacheOf(client).check(subject, right, resource, options);
    const { allowed, fromCache: from_cache } = answer;
    const isWanted =
      allowed === (wanted.allowed ?? allowed) && from_cache === (wanted.from_cache ?? from_cache);
    if (isWanted || performance.now() > until) {
      const reason = AccessReasonSchema.value[answer.reason]?.name ?? answer.reason;
      return { allowed, reason, from_cache };
    }
    await after(AGAIN_MS);
  }
}

async function cachedClose(client: GrantorClient) {
  cacheOf(client).close();
  return {};
}

function cacheOf(client: GrantorClient): CachedAccess {
  const access = CACHES.get(client);
  if (access === undefined) {
    throw new Error("no cache was opened");
  }
  return access;
}

function start(given: With): WatchStart | undefined {
  if (given.after_revision !== undefined) {
    return { afterRevision: given.after_revision };
  }
  if (given.start_time !== undefined) {
    return { startTime: new Date(given.start_time) };
  }
  return given.position === undefined ? undefined : { position: given.position };
}
