import type { MessageInitShape } from "@bufbuild/protobuf";
import { durationFromMs, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Calls } from "./calls.js";
import { ATTEMPTS } from "./calls.js";
import { ConfigurationError, GrantorError } from "./errors.js";
import { AccessService } from "./gen/grantor/v1/access_pb.js";
import type { Change } from "./gen/grantor/v1/audit_pb.js";
import type {
  WatchChangesRequestSchema,
  WatchChangesResponseSchema,
} from "./gen/grantor/v1/watch_pb.js";
import { backoffMs } from "./pause.js";
import type { Course } from "./resume.js";
import { LONGEST_PAUSE_MS, resume } from "./resume.js";

const DEFAULT_HEARTBEAT_MS = 10_000;
/** What the server allows. */
const HEARTBEAT_BOUNDS_MS = [1000, 60_000] as const;
/** Silence of so many heartbeats means that the connection is lost. */
const MISSED_HEARTBEATS = 3;

/**
 * Where a watch begins: after a revision (0: with the first change), with the changes of a time or
 * later, or after the event that had this position.
 */
export type WatchStart =
  | { readonly afterRevision: bigint | number }
  | { readonly startTime: Date }
  | { readonly position: string };

/** What a watch may be given. */
export interface WatchOptions {
  /** Where to begin. Not set: with the first change from now on, which is from {@link Watch.ready} on. */
  readonly from?: WatchStart;
  /** How long the server may be silent before it says that it is there; 1 s to 60 s, else 10 s. */
  readonly heartbeatMs?: number;
  /**
   * Ends the watch, which then fails with CANCELLED, or with DEADLINE_EXCEEDED by
   * `AbortSignal.timeout`. `close` ends it without an error.
   */
  readonly signal?: AbortSignal;
}

/** One change as it was seen. */
export interface ChangeEvent {
  readonly change: Change;
  /** Another watch of the same parent that begins here misses nothing. */
  readonly position: string;
}

/** Comes once, before the changes: the server watches. */
const OPEN = Symbol("open");

type Request = MessageInitShape<typeof WatchChangesRequestSchema> & object;

/**
 * The changes of a parent as they come, to be read by `for await`. Until the server has answered
 * once, it fails as a call does; from then on it resumes by itself where the stream breaks. Leaving
 * the loop closes it; so does `close`, also from elsewhere.
 */
export class Watch implements AsyncIterableIterator<ChangeEvent, undefined> {
  readonly #closing = new AbortController();
  readonly #events: AsyncGenerator<ChangeEvent | typeof OPEN, undefined>;
  readonly #given: AbortSignal | undefined;
  readonly #giveUp = () => this.#closing.abort(this.#given?.reason);
  #closed: boolean = false;
  #opening: Promise<IteratorResult<ChangeEvent | typeof OPEN, undefined>> | undefined;

  /** @internal Clients make it. */
  constructor(calls: Calls, parent: string, options: WatchOptions) {
    mustBeWithin(options);
    this.#given = options.signal;
    this.#given?.addEventListener("abort", this.#giveUp);
    if (this.#given?.aborted) {
      this.#giveUp();
    }
    const heartbeatMs = options.heartbeatMs ?? DEFAULT_HEARTBEAT_MS;
    const silenceMs = MISSED_HEARTBEATS * heartbeatMs;
    const request = { parent, start: start(options.from), ...interval(options.heartbeatMs) };
    this.#events = follow(calls, request, silenceMs, this.#closing.signal);
  }

  /**
   * Begins the watch, and waits until the server says that it watches: whatever changes from then on
   * is given. Need not be called where nothing may depend on that moment.
   *
   * @throws GrantorError UNAVAILABLE where nothing answers, after as many attempts as a call has;
   * CANCELLED where the watch was closed
   */
  async ready(): Promise<void> {
    const { done } = await this.#open();
    if (done || this.#closed) {
      throw new GrantorError("CANCELLED", "the watch is closed; make another");
    }
  }

  /** The next change, as soon as there is one; `done` once it was closed. */
  async next(): Promise<IteratorResult<ChangeEvent, undefined>> {
    const opened = await this.#open();
    // OPEN came, and comes no more.
    const next = opened.done ? opened : await this.#take();
    return next as IteratorResult<ChangeEvent, undefined>;
  }

  /** Takes what comes first of all: that it is open. */
  #open() {
    this.#opening ??= this.#take();
    return this.#opening;
  }

  async #take(): Promise<IteratorResult<ChangeEvent | typeof OPEN, undefined>> {
    try {
      return this.#closed ? { done: true, value: undefined } : await this.#events.next();
    } catch (error) {
      this.#given?.removeEventListener("abort", this.#giveUp);
      if (this.#closed) {
        return { done: true, value: undefined };
      }
      throw error;
    }
  }

  /** Closes it, as the end of a `for await` does. */
  async return(): Promise<IteratorResult<ChangeEvent, undefined>> {
    this.close();
    return { done: true, value: undefined };
  }

  /** Ends the call. Who waits for the next change gets `done`. */
  close(): void {
    this.#closed = true;
    this.#given?.removeEventListener("abort", this.#giveUp);
    this.#closing.abort();
    // Where nobody waits, nothing fails; where somebody does, that has the failure.
    this.#events.return(undefined).catch(() => undefined);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** @throws ConfigurationError for what the server would refuse, or take for something else */
function mustBeWithin({ from, heartbeatMs = DEFAULT_HEARTBEAT_MS }: WatchOptions): void {
  const [least, most] = HEARTBEAT_BOUNDS_MS;
  if (!(heartbeatMs >= least && heartbeatMs <= most)) {
    throw new ConfigurationError(
      `heartbeatMs: ${heartbeatMs} is not a number of milliseconds from ${least} to ${most}`,
    );
  }
  if (from !== undefined && "position" in from && !from.position) {
    throw new ConfigurationError(
      "from.position: it is empty; give the position of an event, or leave `from` out for the changes from now on",
    );
  }
}

function start(from: WatchStart | undefined): NonNullable<Request["start"]> {
  if (from === undefined) {
    return { case: undefined };
  }
  if ("afterRevision" in from) {
    return { case: "afterRevision", value: BigInt(from.afterRevision) };
  }
  return "startTime" in from
    ? { case: "startTime", value: timestampFromDate(from.startTime) }
    : { case: "position", value: from.position };
}

function interval(heartbeatMs: number | undefined) {
  return heartbeatMs === undefined ? {} : { heartbeatInterval: durationFromMs(heartbeatMs) };
}

/** The changes of all streams. Where none was open yet, maybe none can be: that is given up as a call is. */
async function* follow(
  calls: Calls,
  request: Request,
  silenceMs: number,
  closing: AbortSignal,
): AsyncGenerator<ChangeEvent | typeof OPEN, undefined> {
  const fresh = unseen();
  let begun = false;
  for await (const { event, position } of resume(
    calls,
    course(calls, request, silenceMs),
    closing,
  )) {
    if (!begun) {
      begun = true;
      yield OPEN;
    }
    if (event.case === "change" && fresh(event.value)) {
      yield { change: event.value, position };
    }
  }
}

type WatchCourse = Course<typeof WatchChangesRequestSchema, typeof WatchChangesResponseSchema>;

function course(calls: Calls, request: Request, silenceMs: number): WatchCourse {
  let begun = false;
  let opened = false;
  let failures = 0;
  return {
    method: AccessService.method.watchChanges,
    request: () => request,
    patienceMs: () => (begun ? silenceMs : calls.timeoutMs),
    opened() {
      opened = false;
    },
    answered({ event, position }) {
      // The answer that opens a stream does not say yet that this one lasts, unless it is a change.
      failures = opened || event.case === "change" ? 0 : failures;
      opened = true;
      begun = true;
      request = { ...request, start: { case: "position", value: position } };
    },
    waitAfterMs(error) {
      failures += 1;
      const lost = error instanceof GrantorError && error.code === "UNAVAILABLE";
      if (!lost || (!begun && failures === ATTEMPTS)) {
        throw error;
      }
      return backoffMs(failures, LONGEST_PAUSE_MS);
    },
  };
}

/** Tells whether a change comes for the first time: per parent the revisions only rise. */
function unseen(): (change: Change) => boolean {
  const highest = new Map<string, bigint>();
  return ({ name, revision }) => {
    const parent = name.slice(0, name.lastIndexOf("/"));
    const first = revision > (highest.get(parent) ?? 0n);
    if (first) {
      highest.set(parent, revision);
    }
    return first;
  };
}
