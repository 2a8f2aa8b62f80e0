import type { ClientHttp2Session, ClientHttp2Stream } from "node:http2";
import { Code, ConnectError } from "@connectrpc/connect";
import { Http2SessionManager } from "@connectrpc/connect-node";

const PING_EVERY_MS = 30_000;
const PING_ANSWER_MS = 10_000;

/**
 * The connection to a server, opened when it is needed, kept alive by pings, and opened again when
 * it was lost. The pings are made here: those of the manager go on for connections that were lost,
 * and what they throw then ends the process.
 */
export class Sessions extends Http2SessionManager {
  readonly #known = new WeakSet<ClientHttp2Session>();
  #closed: boolean = false;

  constructor(origin: string, tls: { ca?: Buffer }) {
    super(origin, undefined, tls);
  }

  override async request(
    ...given: Parameters<Http2SessionManager["request"]>
  ): Promise<ClientHttp2Stream> {
    // A call may come here after the client was closed: it must not open a connection again.
    if (this.#closed) {
      throw new ConnectError("the connection is closed", Code.Canceled);
    }
    const stream = await super.request(...given);
    const session = stream.session as ClientHttp2Session | undefined;
    if (session !== undefined && !this.#known.has(session)) {
      this.#known.add(session);
      // A connection can fail twice, as a session of HTTP/2 and as a socket. The manager listens for
      // the first only, and an error that nobody listens for would end the process.
      session.on("error", () => undefined);
      keepAlive(session);
    }
    return stream;
  }

  /** Closes the connection for good. */
  close(): void {
    this.#closed = true;
    this.abort();
  }
}

function keepAlive(session: ClientHttp2Session): void {
  const pings = setInterval(() => {
    if (session.closed || session.destroyed) {
      clearInterval(pings);
      return;
    }
    const lost = setTimeout(() => session.destroy(noAnswer()), PING_ANSWER_MS).unref();
    session.ping(() => clearTimeout(lost));
  }, PING_EVERY_MS).unref();
}

function noAnswer(): ConnectError {
  return new ConnectError(`a ping was not answered in ${PING_ANSWER_MS} ms`, Code.Unavailable);
}
