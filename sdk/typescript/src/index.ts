// The client for Node.js.

import { X509Certificate } from "node:crypto";
import { setMaxListeners } from "node:events";
import { readFileSync } from "node:fs";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { BaseClient } from "./base-client.js";
import type { Connection, OwnWire } from "./calls.js";
import { ConfigurationError } from "./errors.js";
import type { CommonOptions } from "./options.js";
import { callSettings, mustBeNoKey, target } from "./options.js";
import { Sessions } from "./sessions.js";

export * from "./exports.js";

const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

/** What a client may be given. What is not comes from the environment. */
export interface ClientOptions extends CommonOptions {
  /** As `GRANTOR_ADDRESS`. `https://HOST:PORT` or `HOST:PORT` is TLS, `http://HOST:PORT` is not. */
  readonly address?: string;
  /** As `GRANTOR_KEY`: the key of a service account, `grk_…`. */
  readonly key?: string;
  /**
   * As `GRANTOR_CA_CERTIFICATE`: a PEM file with the authorities to trust instead of those that
   * Node.js trusts. Given with an address that is plaintext, it is a mistake; in the environment,
   * nothing.
   */
  readonly caCertificate?: string;
}

/**
 * A client of Grantor over gRPC. It connects when it is first used, and keeps one connection.
 *
 * ```ts
 * const grantor = new GrantorClient();
 * const answer = await grantor.check("users/alice", "kdrive/use", "organizations/acme/products/drive-1");
 * if (answer.allowed) { … }
 * ```
 *
 * **Read `allowed`.** `if (await grantor.check(…))` is always true: the answer is an object.
 */
export class GrantorClient extends BaseClient {
  /** @throws ConfigurationError where address or key are missing or wrong; it says what to set */
  constructor(options: ClientOptions = {}) {
    const given = { ...fromEnvironment(), ...defined(options) };
    super(connection(given, options.caCertificate), callSettings(given));
  }
}

function fromEnvironment(): ClientOptions {
  const { GRANTOR_ADDRESS, GRANTOR_KEY, GRANTOR_CA_CERTIFICATE } = process.env;
  return defined({
    address: GRANTOR_ADDRESS || undefined,
    key: GRANTOR_KEY || undefined,
    caCertificate: GRANTOR_CA_CERTIFICATE || undefined,
  });
}

/** Without what is undefined, which is as good as not given. */
function defined(options: { [Name in keyof ClientOptions]: ClientOptions[Name] | undefined }) {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as ClientOptions;
}

function connection(options: ClientOptions, caCertificate: string | undefined): Connection {
  const { origin: baseUrl, protocol } = target(options.address, options.plaintext === true);
  if (protocol === "http:" && caCertificate !== undefined) {
    throw new ConfigurationError(
      `caCertificate: the address ${options.address} is plaintext, where no certificate is checked; ` +
        "use https://, or take caCertificate away",
    );
  }
  const tls = protocol === "https:" ? authorities(options.caCertificate) : {};
  const closing = new AbortController();
  // Each pause between attempts listens to it.
  setMaxListeners(0, closing.signal);
  const dialled = new Set<OwnWire>();
  const dial = () => {
    const own = dialling(baseUrl, tls, () => dialled.delete(own));
    dialled.add(own);
    return own;
  };
  return {
    address: baseUrl,
    wire: dial().wire,
    sendsStreams: true,
    closing: closing.signal,
    dial,
    close() {
      closing.abort();
      for (const own of dialled) {
        own.close();
      }
    },
  };
}

function dialling(baseUrl: string, tls: { ca?: Buffer }, closed: () => void): OwnWire {
  const sessionManager = new Sessions(baseUrl, tls);
  const readMaxBytes = LARGEST_ANSWER_BYTES;
  return {
    wire: createGrpcTransport({ baseUrl, sessionManager, readMaxBytes }),
    close() {
      sessionManager.close();
      closed();
    },
  };
}

function authorities(file: string | undefined): { ca?: Buffer } {
  if (file === undefined) {
    return {};
  }
  mustBeNoKey("caCertificate", file);
  const ca = content(file);
  if (!holdsCertificate(ca)) {
    throw new ConfigurationError(
      `caCertificate: ${file} holds no certificate; give a PEM file with -----BEGIN CERTIFICATE-----`,
    );
  }
  return { ca };
}

function content(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const message = `caCertificate: ${file} cannot be read: ${(cause as Error).message}`;
    throw new ConfigurationError(message, { cause });
  }
}

/** Node.js passes over what is none, and then trusts nobody. */
function holdsCertificate(ca: Buffer): boolean {
  try {
    const begin = ca.indexOf("-----BEGIN CERTIFICATE-----");
    return begin >= 0 && new X509Certificate(ca.subarray(begin)).raw.length > 0;
  } catch {
    return false;
  }
}
