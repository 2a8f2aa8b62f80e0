import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Calls } from "./calls.js";
import { LONGEST_MS } from "./deadline.js";
import { GrantorError } from "./errors.js";
import type {
  StreamCheckAccessRequestSchema,
  StreamCheckAccessResponse,
} from "./gen/grantor/v1/access_pb.js";
import { AccessService } from "./gen/grantor/v1/access_pb.js";
import type { Answer, AskOptions } from "./questions.js";
import { oneResult, request } from "./questions.js";

/** How many questions of a stream may wait for their answers at once. */
const WINDOW = 256;

type Asked = MessageInitShape<typeof StreamCheckAccessRequestSchema>;

/** A question that is under way. */
interface Waiting {
  settle(answer: Answer | GrantorError): void;
}

/**
 * Asks over one call, answered in the order asked. Of the questions 256 are under way at once; one more
 * waits for a place as long as answers come. Where the stream ends, each question without an answer fails
 * with the error that ended it, and so does each that is asked later: make another stream. Nothing is
 * asked again by itself.
 */
export class CheckStream {
  readonly #calls: Calls;
  readonly #closing = new AbortController();
  /** Places of questions that are under way. */
  #taken: number = 0;
  readonly #unanswered: Waiting[] = [];
  readonly #turns = new Set<() => void>();
  readonly #questions: Asked[] = [];
  #wakeSender: () => void = () => undefined;
  #requestId: string = "";
  #opened: boolean = false;
  #came: bigint = 0n;
  #token: string = "";
  #error: GrantorError | undefined;

  /** @internal Clients make it. */
  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /**
   * Asks as `check` of the client does. **Read `allowed` of the answer.** To have many under way, do not
   * await each before the next: `await Promise.all(questions.map((one) => stream.ask(…)))`.
   *
   * @param options `timeoutMs` is from when it has a place to its answer; `signal` gives up this question alone
   * @throws GrantorError there is no answer, which is never an allow
   */
  async ask(
    subject: string,
    right: string,
    resource: string,
    options: AskOptions = {},
  ): Promise<Answer> {
    const question = request({ subject, right, resource }, options);
    const { signal } = options;
    const timeoutMs = Math.min(options.timeoutMs ?? this.#calls.timeoutMs, LONGEST_MS);
    await this.#place(timeoutMs, signal);
    if (signal?.aborted) {
      // Whoever gives up must not have taken the place with it.
      this.#free();
      throw this.#calls.givenUp(this.#requestId, signal);
    }
    if (this.#error === undefined) {
      this.#open();
    }
    return new Promise<Answer>((resolve, reject) => {
      const settle = (answer: Answer | GrantorError) => {
        clearTimeout(late);
        signal?.removeEventListener("abort", giveUp);
        answer instanceof GrantorError ? reject(answer) : resolve(answer);
      };
      const giveUp = () => settle(this.#calls.givenUp(this.#requestId, signal));
      const late = setTimeout(
        () => settle(this.#calls.late(this.#requestId, timeoutMs)),
        Math.max(0, timeoutMs),
      );
      if (this.#error !== undefined) {
        settle(this.#error);
      } else {
        signal?.addEventListener("abort", giveUp);
        this.#unanswered.push({ settle });
        this.#questions.push(question);
        this.#wakeSender();
      }
    });
  }

  /** Why the stream ended; undefined while it goes on. */
  get error(): GrantorError | undefined {
    return this.#error;
  }

  /** Ends the stream; questions that have no answer yet fail with CANCELLED. Closing again does nothing. */
  close(): void {
    const requestId = this.#requestId;
    this.#end(new GrantorError("CANCELLED", "the stream is closed; make another", { requestId }));
  }

  /** Waits until one more question may be under way, as long as answers come. */
  async #place(patienceMs: number, signal: AbortSignal | undefined): Promise<void> {
    while (this.#error === undefined && this.#taken >= WINDOW && !signal?.aborted) {
      const came = this.#came;
      await this.#turn(patienceMs, signal);
      if (this.#came === came && this.#error === undefined && !signal?.aborted) {
        throw this.#calls.late(this.#requestId, patienceMs);
      }
    }
    this.#taken += 1;
  }

  #turn(patienceMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        this.#turns.delete(done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, patienceMs));
      signal?.addEventListener("abort", done);
      this.#turns.add(done);
    });
  }

  /** Gives a place to the one that waits longest for it. */
  #free(): void {
    this.#taken -= 1;
    const [first] = this.#turns;
    first?.();
  }

  /** Begins the call, with the first question. */
  #open(): void {
    if (!this.#opened) {
      this.#opened = true;
      const { streamCheckAccess } = AccessService.method;
      const { signal } = this.#closing;
      const { requestId, answers } = this.#calls.converse(streamCheckAccess, signal, this.#sent());
      this.#requestId = requestId;
      void this.#read(answers);
    }
  }

  /** The questions as they are asked. */
  async *#sent(): AsyncGenerator<Asked> {
    while (this.#error === undefined) {
      const next = this.#questions.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          this.#wakeSender = resolve;
        });
      } else {
        yield next;
      }
    }
  }

  /** Takes the answers in as they come, whether anybody waits for them or not. */
  async #read(answers: AsyncIterable<StreamCheckAccessResponse>): Promise<void> {
    try {
      for await (const response of answers) {
        this.#take(response);
      }
      this.#end(this.#calls.streamEnded(this.#requestId));
    } catch (error) {
      this.#end(error as GrantorError);
    }
  }

  /** An answer to another question than the next is an error: none that comes after it can be trusted. */
  #take({ index, result, consistencyToken }: StreamCheckAccessResponse): void {
    const requestId = this.#requestId;
    const waiting = index === this.#came ? this.#unanswered.shift() : undefined;
    if (waiting === undefined) {
      const text = "the answers of the stream are not in the order of its questions";
      throw new GrantorError("INTERNAL", text, { requestId });
    }
    this.#came += 1n;
    this.#token = consistencyToken || this.#token;
    const one = oneResult(result, requestId);
    waiting.settle(one.error ?? { ...one, token: this.#token });
    this.#free();
  }

  /** What ended it first counts. */
  #end(error: GrantorError): void {
    if (this.#error === undefined) {
      this.#error = error;
      this.#closing.abort();
      this.#wakeSender();
      for (const waiting of this.#unanswered.splice(0)) {
        waiting.settle(error);
      }
      for (const turn of [...this.#turns]) {
        turn();
      }
    }
  }
}
