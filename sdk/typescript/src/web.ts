// The client for browsers, over gRPC-Web.

import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { BaseClient } from "./base-client.js";
import type { Connection } from "./calls.js";
import type { CommonOptions } from "./options.js";
import { callSettings, target } from "./options.js";

export * from "./exports.js";

/** What a client may be given. Browsers have no environment: address and key must be among it. */
export type ClientOptions = CommonOptions;

/**
 * A client of Grantor for browsers. Whoever opens the page can read its key: give one only to pages
 * for people who may hold that key, such as operators.
 */
export class GrantorClient extends BaseClient {
  /** @throws ConfigurationError where address or key are missing or wrong; it says what to set */
  constructor(options: ClientOptions) {
    super(connection(options), callSettings(options));
  }
}

function connection({ address, plaintext }: ClientOptions): Connection {
  const { origin: baseUrl } = target(address, plaintext === true);
  const closing = new AbortController();
  const wire = createGrpcWebTransport({
    baseUrl,
    fetch: (input, init) => fetch(input, { ...init, signal: either(init?.signal, closing.signal) }),
  });
  return {
    address: baseUrl,
    wire,
    sendsStreams: false,
    closing: closing.signal,
    // The browser has the connections, and opens another where it finds one lost.
    dial: () => ({ wire, close: () => undefined }),
    close: () => closing.abort(),
  };
}

function either(call: AbortSignal | null | undefined, closing: AbortSignal): AbortSignal {
  return call ? AbortSignal.any([call, closing]) : closing;
}
