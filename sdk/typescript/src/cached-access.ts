import type { Calls } from "./calls.js";
import { GrantorError } from "./errors.js";
import { AccessService } from "./gen/grantor/v1/access_pb.js";
import type {
  WatchAccessRequestSchema,
  WatchAccessResponseSchema,
} from "./gen/grantor/v1/access_watch_pb.js";
import type { CachedAnswer, CacheStats, Kept } from "./kept.js";
import { RELIED_ON_MS } from "./kept.js";
import { backoffMs } from "./pause.js";
import type { CallOptions } from "./questions.js";
import { checked } from "./questions.js";
import type { Course } from "./resume.js";
import { LONGEST_PAUSE_MS, resume } from "./resume.js";

/**
 * Keeps the answers of `check` about one organization. Make one for an organization, keep it, and close it.
 *
 * ```ts
 * const access = grantor.cachedAccess("organizations/acme");
 * const { allowed } = await access.check("users/alice", "kdrive/use", "organizations/acme/products/drive-1");
 * ```
 *
 * The server tells over a stream which answers may have changed. What is kept is at most 5 s old, as answers
 * of `check` are, and once an invalidation was read nothing older is given. Where that can't be proved each
 * question is asked, so without the stream it costs what `check` costs. It is not for who needs full
 * consistency: ask `check` of the client for that.
 */
export class CachedAccess {
  readonly #calls: Calls;
  readonly #kept: Kept;
  readonly #closing = new AbortController();
  readonly #endWithClient = () =>
    this.#end(new GrantorError("CANCELLED", "the client is closed; make another"));

  /** @internal Clients make it. */
  constructor(calls: Calls, kept: Kept) {
    this.#calls = calls;
    this.#kept = kept;
    calls.closing.addEventListener("abort", this.#endWithClient);
    if (calls.closing.aborted) {
      this.#endWithClient();
    }
    void this.#follow();
  }

  /**
   * As `check` of the client: **read `allowed`**. `fromCache` says whether the answer was kept. What is below
   * another organization is asked each time; errors are never kept.
   *
   * @throws GrantorError there is no answer, which is never an allow
   */
  async check(
    subject: string,
    right: string,
    resource: string,
    options: CallOptions = {},
  ): Promise<CachedAnswer> {
    const kept = this.#kept.find(subject, right, resource);
    if (kept !== undefined) {
      return kept;
    }
    const question = this.#kept.ask(subject, right, resource);
    // Nothing else of what is given: an answer about the past must not be kept for one of now.
    const { timeoutMs, signal } = options;
    const asking = {
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(signal !== undefined && { signal }),
      ...(question.tokens.length > 0 && { consistency: question.tokens }),
    };
    try {
      const { answer, message } = await checked(this.#calls, { subject, right, resource }, asking);
      this.#kept.answered(question, answer, message);
      return { ...answer, fromCache: false };
    } finally {
      this.#kept.over(question);
    }
  }

  /** How many questions were answered from what is kept, how many asked, and whether answers are kept now. */
  get stats(): CacheStats {
    return this.#kept.stats;
  }

  /** Why the stream does not stand, so that each question is asked; undefined while it stands or begins. */
  get failure(): GrantorError | undefined {
    return this.#kept.failure;
  }

  /** Ends the stream. Questions are asked from then on. */
  close(): void {
    this.#end(new GrantorError("CANCELLED", "the cache is closed; make another"));
  }

  #end(why: GrantorError): void {
    this.#kept.close(why);
    this.#calls.closing.removeEventListener("abort", this.#endWithClient);
    this.#closing.abort();
  }

  /** Listens until the cache or its client is closed. */
  async #follow(): Promise<void> {
    try {
      for await (const message of resume(this.#calls, course(this.#kept), this.#closing.signal)) {
        this.#kept.take(message);
      }
    } catch (error) {
      this.#kept.close(error as GrantorError);
    }
  }
}

/** @internal What is known across all streams of a cache. */
export function course(
  kept: Kept,
): Course<typeof WatchAccessRequestSchema, typeof WatchAccessResponseSchema> {
  let failures = 0;
  return {
    method: AccessService.method.watchAccess,
    request: () => ({ organization: kept.organization }),
    patienceMs: () => RELIED_ON_MS,
    opened: () => kept.lose(),
    answered() {
      failures = 0;
    },
    waitAfterMs(error) {
      if (kept.isClosed || !(error instanceof GrantorError)) {
        throw error;
      }
      kept.lose(error);
      failures += 1;
      // No other failure is the last one either: rights can come back.
      const waits = error.code === "UNAVAILABLE" ? failures : Number.POSITIVE_INFINITY;
      return backoffMs(waits, LONGEST_PAUSE_MS);
    },
  };
}
