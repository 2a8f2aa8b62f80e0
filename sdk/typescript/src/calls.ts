import type {
  DescMessage,
  DescMethodStreaming,
  DescMethodUnary,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import type { ContextValues, StreamResponse, Transport, UnaryResponse } from "@connectrpc/connect";
import { Deadline } from "./deadline.js";
import { GrantorError } from "./errors.js";
import { failure, noAnswer } from "./failure.js";
import { isUser } from "./options.js";
import { backoffMs, pause } from "./pause.js";
import { uuid } from "./uuid.js";

/** How often a call is made at most, while the server is UNAVAILABLE. */
export const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 1000;
const ACTING_USER = "x-grantor-acting-user";

/** Where calls go: a transport of Connect, and what closes it. */
export interface Connection {
  readonly address: string;
  readonly wire: Transport;
  /** Whether it can send a stream of requests; browsers can't. */
  readonly sendsStreams: boolean;
  /** Aborted once it is closed. */
  readonly closing: AbortSignal;
  /** Another connection to the same address, for when this one says nothing more. Ends with this one. */
  dial(): OwnWire;
  close(): void;
}

/** A connection that somebody has alone, and closes. */
export interface OwnWire {
  readonly wire: Transport;
  close(): void;
}

/** What every call of a client has. */
export interface CallSettings {
  readonly key: string;
  /** In whose name, `users/ann`. */
  readonly actingUser: string | undefined;
  /** How long a call may take with all its attempts, in milliseconds. */
  readonly timeoutMs: number;
}

interface Call {
  readonly requestId: string;
  readonly header: HeadersInit;
  readonly signal: AbortSignal | undefined;
}

/** An answer, and the `x-request-id` of the call that it answers. */
export interface Answered<O extends DescMessage> {
  readonly response: UnaryResponse<DescMessage, O>;
  readonly requestId: string;
}

/**
 * The connection as the generated stubs use it: adds to each call what every call has, makes it
 * again while the server is UNAVAILABLE, and fails with {@link GrantorError}.
 */
export class Calls implements Transport {
  readonly #connection: Connection;
  readonly #header: Readonly<Record<string, string>>;
  /** How long a call may take that does not say it itself. */
  readonly timeoutMs: number;

  constructor(connection: Connection, { key, actingUser, timeoutMs }: CallSettings) {
    this.#connection = connection;
    this.#header = {
      authorization: `Bearer ${key}`,
      ...(actingUser === undefined ? {} : { [ACTING_USER]: actingUser }),
    };
    this.timeoutMs = timeoutMs;
  }

  async unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: MessageInitShape<I>,
    contextValues?: ContextValues,
  ): Promise<UnaryResponse<I, O>> {
    const call = this.#begin(signal, header);
    const message = withRequestId(method.input, input, call.requestId);
    return this.#attempt(call, timeoutMs ?? this.timeoutMs, (left) =>
      this.#connection.wire.unary(method, signal, left, call.header, message, contextValues),
    );
  }

  /** As `unary`, and says which request it was. */
  async ask<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    input: MessageInitShape<I>,
    options: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined },
  ): Promise<{ message: MessageShape<O>; requestId: string }> {
    const call = this.#begin(options.signal, undefined);
    const { message } = await this.#attempt(call, options.timeoutMs ?? this.timeoutMs, (left) =>
      this.#connection.wire.unary(method, options.signal, left, call.header, input),
    );
    return { message, requestId: call.requestId };
  }

  /**
   * Made again only until the server answers; without a deadline, if it is not given one. What is one
   * request is read first, to have it for each attempt; what is a stream of them is made once.
   */
  async stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: AsyncIterable<MessageInitShape<I>>,
    contextValues?: ContextValues,
  ): Promise<StreamResponse<I, O>> {
    const call = this.#begin(signal, header);
    if (method.methodKind !== "server_streaming") {
      const answers = this.#answers(call, method, input, this.#connection.wire, timeoutMs);
      // The head of an answer comes when its messages are read.
      const head = { header: new Headers(), trailer: new Headers() };
      return { stream: true, service: method.parent, method, ...head, message: answers };
    }
    const requests: MessageInitShape<I>[] = [];
    for await (const request of input) {
      requests.push(request);
    }
    const response = await this.#attempt(call, timeoutMs, (left) =>
      this.#connection.wire.stream(
        method,
        signal,
        left,
        call.header,
        each(requests),
        contextValues,
      ),
    );
    return { ...response, message: this.#messages(call, response.message) };
  }

  /** The answers to one request. Made once: who reads them sees to it that it is made again. */
  open<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal,
    request: MessageInitShape<I>,
    wire: Transport = this.#connection.wire,
  ): AsyncGenerator<MessageShape<O>> {
    return this.#answers(this.#begin(signal, undefined), method, each([request]), wire);
  }

  /** The answers to requests as they come, and which call they belong to. Made once. */
  converse<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal,
    requests: AsyncIterable<MessageInitShape<I>>,
  ): { requestId: string; answers: AsyncGenerator<MessageShape<O>> } {
    const call = this.#begin(signal, undefined);
    const answers = this.#answers(call, method, requests, this.#connection.wire);
    return { requestId: call.requestId, answers };
  }

  async *#answers<I extends DescMessage, O extends DescMessage>(
    call: Call,
    method: DescMethodStreaming<I, O>,
    requests: AsyncIterable<MessageInitShape<I>>,
    wire: Transport,
    timeoutMs: number = 0,
  ): AsyncGenerator<MessageShape<O>> {
    try {
      this.#mustBeOpen();
      this.#mustSend(method, call);
      const { signal, header } = call;
      const response = await wire.stream(method, signal, timeoutMs, header, requests);
      yield* response.message;
    } catch (thrown) {
      throw this.#failure(call, thrown);
    }
  }

  /** Aborted once the client is closed. */
  get closing(): AbortSignal {
    return this.#connection.closing;
  }

  /** A connection of one's own, for {@link open}. */
  dial(): OwnWire {
    return this.#connection.dial();
  }

  /** What a stream fails with that ended or fell silent, and what came of that. */
  unavailable(why: string, cause?: unknown): GrantorError {
    const requestId = cause instanceof GrantorError ? cause.requestId : "";
    return new GrantorError("UNAVAILABLE", noAnswer(this.#connection.address, why), { requestId });
  }

  /** What a question of a stream fails with that the server did not answer before it ended the stream. */
  streamEnded(requestId: string): GrantorError {
    const message = `${this.#connection.address} ended the stream; make another`;
    return new GrantorError("UNAVAILABLE", message, { requestId });
  }

  /** What a question of a stream fails with that is not answered in time. */
  late(requestId: string, timeoutMs: number): GrantorError {
    const message = `no answer from ${this.#connection.address} ${new Deadline(timeoutMs)}`;
    return new GrantorError("DEADLINE_EXCEEDED", message, { requestId });
  }

  /** What a question of a stream fails with whose caller gave it up. */
  givenUp(requestId: string, signal: AbortSignal | undefined): GrantorError {
    return this.#failure({ requestId, signal, header: {} }, signal?.reason);
  }

  #begin(signal: AbortSignal | undefined, given: HeadersInit | undefined): Call {
    const requestId = uuid();
    if (given === undefined) {
      return { requestId, signal, header: { ...this.#header, "x-request-id": requestId } };
    }
    // What a call says itself counts.
    const header = new Headers({ ...this.#header, "x-request-id": requestId });
    readable(given).forEach((value, name) => {
      header.set(name, value);
    });
    const user = header.get(ACTING_USER);
    if (user !== null && !isUser(user)) {
      throw new GrantorError("INVALID_ARGUMENT", `${ACTING_USER}: it must be like users/ann`);
    }
    return { requestId: header.get("x-request-id") || requestId, signal, header };
  }

  async #attempt<R>(
    call: Call,
    timeoutMs: number | undefined,
    make: (timeoutMs: number) => Promise<R>,
  ): Promise<R> {
    const deadline = new Deadline(timeoutMs);
    if (!deadline.leaves(0)) {
      throw this.#tooLate(call, deadline);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        this.#mustBeOpen();
        return await make(deadline.timeoutMs());
      } catch (thrown) {
        const error = this.#failure(call, thrown, deadline);
        if (error.code !== "UNAVAILABLE" || attempt === ATTEMPTS) {
          throw error;
        }
        await this.#wait(call, deadline, attempt, error);
      }
    }
  }

  /** Between two attempts. */
  async #wait(call: Call, deadline: Deadline, attempt: number, last: GrantorError): Promise<void> {
    const ms = backoffMs(attempt, LONGEST_PAUSE_MS);
    if (!deadline.leaves(ms)) {
      throw this.#tooLate(call, deadline, last);
    }
    await pause(ms, call.signal, this.closing);
    if (call.signal?.aborted) {
      throw this.#failure(call, call.signal.reason);
    }
  }

  async *#messages<T>(call: Call, messages: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* messages;
    } catch (thrown) {
      throw this.#failure(call, thrown);
    }
  }

  #tooLate({ requestId }: Call, deadline: Deadline, last?: GrantorError): GrantorError {
    const { address } = this.#connection;
    const why = last?.message.replace(noAnswer(address, ""), "");
    const message = `no answer from ${address} ${deadline}${why ? `; the last attempt failed: ${why}` : ""}`;
    return new GrantorError("DEADLINE_EXCEEDED", message, { requestId, cause: last });
  }

  #mustBeOpen(): void {
    if (this.closing.aborted) {
      throw new GrantorError("CANCELLED", "the client is closed; make another");
    }
  }

  #mustSend({ methodKind, name }: DescMethodStreaming, { requestId }: Call): void {
    if (methodKind !== "server_streaming" && !this.#connection.sendsStreams) {
      const message = `${name} takes a stream of requests, which browsers can't send`;
      throw new GrantorError("UNIMPLEMENTED", message, { requestId });
    }
  }

  #failure({ requestId, signal }: Call, thrown: unknown, deadline?: Deadline): GrantorError {
    const { address, closing } = this.#connection;
    return failure(thrown, { requestId, address, signal, closed: closing.aborted, deadline });
  }
}

/**
 * The message with the id of the call in `request_id`, where there is such a field and it is empty,
 * so that a change that is sent again has one effect. The caller's own message stays as it is.
 */
function withRequestId<I extends DescMessage>(
  type: I,
  message: MessageInitShape<I>,
  requestId: string,
): MessageInitShape<I> {
  const takes = "requestId" in type.field && !(message as { requestId?: string }).requestId;
  return takes ? { ...message, requestId } : message;
}

function readable(given: HeadersInit): Headers {
  try {
    return new Headers(given);
  } catch {
    const message = "headers: one has a name or a value that no header can carry";
    throw new GrantorError("INVALID_ARGUMENT", message);
  }
}

async function* each<T>(messages: readonly T[]): AsyncGenerator<T> {
  yield* messages;
}
