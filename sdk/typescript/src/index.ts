// The client for Node.js.

import { readFileSync } from "node:fs";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { BaseClient } from "./base-client.js";
import type { Connection } from "./calls.js";
import { ConfigurationError } from "./errors.js";
import type { CommonOptions } from "./options.js";
import { callSettings, target } from "./options.js";
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
 * const { allowed } = await grantor.check("users/alice", "kdrive/use", "organizations/acme/products/drive-1");
 * ```
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
  const sessionManager = new Sessions(baseUrl, tls);
  const readMaxBytes = LARGEST_ANSWER_BYTES;
  let closed = false;
  return {
    address: baseUrl,
    wire: createGrpcTransport({ baseUrl, sessionManager, readMaxBytes }),
    get closed() {
      return closed;
    },
    close() {
      closed = true;
      sessionManager.abort();
    },
  };
}

function authorities(file: string | undefined): { ca?: Buffer } {
  if (file === undefined) {
    return {};
  }
  try {
    return { ca: readFileSync(file) };
  } catch (cause) {
    const message = `caCertificate: ${file} cannot be read: ${(cause as Error).message}`;
    throw new ConfigurationError(message, { cause });
  }
}
