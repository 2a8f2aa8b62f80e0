// Goes through the cases of a file as a user of the client would; sdk/conformance/README.md says how.

import { readFileSync } from "node:fs";
import type { ClientOptions } from "@grantor/client";
import { ConfigurationError, GrantorClient, GrantorError } from "@grantor/client";
import type { With } from "./calls.js";
import { CALLS } from "./calls.js";

interface Case {
  readonly name: string;
  readonly client: {
    readonly address?: string;
    readonly key?: string;
    readonly acting_user?: string;
    readonly timeout_ms?: number;
    readonly ca_certificate?: string;
    readonly plaintext?: boolean;
  };
  readonly steps: readonly Step[];
}

interface Step {
  readonly call: string;
  readonly with?: object;
  readonly timeout_ms?: number;
}

type Outcome = { readonly ok: object } | { readonly error: object };

const [file = ""] = process.argv.slice(2);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, "utf8"));
for (const each of cases) {
  const outcomes = await goThrough(each);
  console.log(JSON.stringify({ case: each.name, outcomes }));
}

async function goThrough({ client: given, steps }: Case): Promise<Outcome[]> {
  let client: GrantorClient;
  try {
    client = new GrantorClient(options(given));
  } catch (error) {
    return steps.map(() => ({ error: described(error) }));
  }
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    outcomes.push(await outcome(client, step, outcomes));
  }
  client.close();
  return outcomes;
}

function options(given: Case["client"]): ClientOptions {
  const named = {
    address: given.address,
    key: given.key,
    actingUser: given.acting_user,
    timeoutMs: given.timeout_ms,
    caCertificate: given.ca_certificate,
    plaintext: given.plaintext,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

async function outcome(
  client: GrantorClient,
  step: Step,
  earlier: readonly Outcome[],
): Promise<Outcome> {
  try {
    const call = CALLS[step.call];
    if (call === undefined) {
      throw new Error(`no call ${step.call} is known here`);
    }
    const given = resolved(step.with ?? {}, earlier) as With;
    return { ok: await call(client, given, timeout(step.timeout_ms)) };
  } catch (error) {
    return { error: described(error) };
  }
}

function timeout(ms: number | undefined) {
  return ms === undefined ? {} : { timeoutMs: ms };
}

/** With the fields of earlier outcomes in place of `{"from": [STEP, "FIELD"]}`. */
function resolved(value: unknown, earlier: readonly Outcome[]): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => resolved(element, earlier));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if ("from" in value && Array.isArray(value.from)) {
    const [step, field] = value.from;
    const source = earlier[step];
    if (source === undefined || !("ok" in source) || !(field in source.ok)) {
      throw new Error(`step ${step} has no ok with ${field}`);
    }
    return Reflect.get(source.ok, field);
  }
  const entries = Object.entries(value).map(([name, inner]) => [name, resolved(inner, earlier)]);
  return Object.fromEntries(entries);
}

function described(error: unknown): object {
  if (error instanceof GrantorError) {
    const { code, reason, message, metadata, violations, requestId } = error;
    return { code, reason, message, metadata, violations, request_id: requestId };
  }
  const code = error instanceof ConfigurationError ? "CONFIGURATION" : "RUNNER";
  return { code, message: error instanceof Error ? error.message : String(error) };
}
