import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { clock } from "./clock.js";
import { ConfigurationError, type GrantorError } from "./errors.js";
import type { CheckAccessResponse } from "./gen/grantor/v1/access_pb.js";
import type { WatchAccessResponse } from "./gen/grantor/v1/access_watch_pb.js";
import { Generations, got } from "./generations.js";
import type { Answer } from "./questions.js";

/** How far what was proved, and the last message, may lie back. */
export const RELIED_ON_MS = 5000;
/** How long this clock may stand for the database's: they drift apart. */
const MEASURED_FOR_MS = 60_000;
const MOST_ANSWERS = 100_000;
const FEWEST_ANSWERS = 2;
const NEVER = Number.NEGATIVE_INFINITY;

/** What a cache may be given. */
export interface CacheOptions {
  /** How many answers are kept at most, from 2 on; else 100,000. Those not asked for lately go first. */
  readonly maxAnswers?: number;
}

/** An answer, and whether it was kept. It may be given to others too. */
export interface CachedAnswer extends Answer {
  readonly fromCache: boolean;
}

/** How a cache does. */
export interface CacheStats {
  /** Questions that were answered from what is kept. */
  readonly hits: number;
  /** Questions that were asked. */
  readonly asked: number;
  /** Whether the stream stands now, so that answers are kept. */
  readonly keeping: boolean;
}

/** A question that is asked now. */
export interface UnderWay {
  readonly subject: string;
  readonly right: string;
  readonly resource: string;
  /** What its answer must have seen; none: it is not kept. */
  readonly tokens: readonly string[];
  readonly sentMs: number;
  /** Whether its answer may be older than what has been told since. */
  isVoid: boolean;
}

interface Entry {
  readonly answer: CachedAnswer;
  /** When it can change by itself, as the database's clock shows it. */
  readonly endMs: number;
}

/**
 * The answers about one organization, and what is known of them. It knows no network and does not wait.
 *
 * Three clocks meet here: this process's, that of the database, in which answers and messages speak, and
 * the order in which messages of the stream are read. An answer is given only where all three allow it.
 */
export class Kept {
  readonly organization: string;
  readonly #now: () => number;
  readonly #answers: Generations<Entry>;
  readonly #underWay = new Map<string, Set<UnderWay>>();
  #token: string = "";
  #provedMs: number = 0;
  #heardMs: number = 0;
  /** At `sentMs` of this clock the database's showed at most `timeMs`. */
  #measured: { readonly timeMs: number; readonly sentMs: number } | undefined;
  /** By how much the database's clock is ahead of this one, at most. */
  #aheadMs: number = 0;
  /** How long what is kept may be relied on. */
  #untilMs: number = NEVER;
  #hits: number = 0;
  #asked: number = 0;
  #closed: boolean = false;
  #failure: GrantorError | undefined;

  constructor(organization: string, { maxAnswers = MOST_ANSWERS }: CacheOptions, now = clock()) {
    // What was given may be a key: it is not shown.
    if (!/^organizations\/[^/]+$/.test(organization)) {
      throw new ConfigurationError("organization: it must be organizations/ID");
    }
    if (!(maxAnswers >= FEWEST_ANSWERS)) {
      throw new ConfigurationError(`maxAnswers: ${maxAnswers} is not at least ${FEWEST_ANSWERS}`);
    }
    this.organization = organization;
    this.#now = now;
    this.#answers = new Generations(maxAnswers);
  }

  get stats(): CacheStats {
    const keeping = this.#token !== "" && this.#now() - this.#heardMs < RELIED_ON_MS;
    return { hits: this.#hits, asked: this.#asked, keeping };
  }

  /** Why the stream does not stand. */
  get failure(): GrantorError | undefined {
    return this.#failure;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** The answer that is kept, if it may be relied on now. */
  find(subject: string, right: string, resource: string): CachedAnswer | undefined {
    const now = this.#now();
    if (now >= this.#untilMs) {
      return undefined;
    }
    const entry = this.#answers.find(subject, resource, right);
    if (entry === undefined || now + this.#aheadMs >= entry.endMs) {
      return undefined;
    }
    this.#hits += 1;
    return entry.answer;
  }

  /** A question that is asked from now on, with the newest token. */
  ask(subject: string, right: string, resource: string): UnderWay {
    this.#asked += 1;
    const isOurs =
      resource === this.organization || resource.startsWith(`${this.organization}/products/`);
    const tokens = isOurs && this.#token !== "" ? [this.#token] : [];
    const question = {
      subject,
      right,
      resource,
      tokens,
      sentMs: this.#now(),
      isVoid: false,
    };
    if (tokens.length > 0) {
      got(this.#underWay, subject, () => new Set()).add(question);
    }
    return question;
  }

  /** Keeps the answer, unless something was told since the question was asked. */
  answered(question: UnderWay, answer: Answer, message: CheckAccessResponse): void {
    if (message.evaluateTime === undefined) {
      return;
    }
    const { subject, right, resource, sentMs } = question;
    if (this.#measured === undefined || sentMs > this.#measured.sentMs) {
      this.#measured = { timeMs: milliseconds(message.evaluateTime), sentMs };
      this.#reckon();
    }
    if (question.tokens.length > 0 && !question.isVoid) {
      const endMs = message.validUntil
        ? milliseconds(message.validUntil)
        : Number.POSITIVE_INFINITY;
      const kept = Object.freeze({ ...answer, fromCache: true });
      this.#answers.put(subject, resource, right, { answer: kept, endMs });
    }
  }

  /** The question is no longer under way, whatever became of it. */
  over(question: UnderWay): void {
    const others = this.#underWay.get(question.subject);
    others?.delete(question);
    if (others?.size === 0) {
      this.#underWay.delete(question.subject);
    }
  }

  /** Forgets what the message says, and only then takes it for heard. */
  take({ invalidation, consistencyToken, provedTime }: WatchAccessResponse): void {
    if (this.#closed) {
      return;
    }
    if (invalidation !== undefined) {
      const { allSubjects, subjects } = invalidation;
      // What says neither is of a newer server: it can be anybody's.
      if (allSubjects || subjects.length === 0) {
        this.#forgetAll();
      }
      for (const subject of subjects) {
        this.#answers.forget(subject);
        this.#void(subject);
      }
    }
    this.#token = consistencyToken;
    this.#provedMs = provedTime ? milliseconds(provedTime) : NEVER;
    this.#heardMs = this.#now();
    this.#failure = undefined;
    this.#reckon();
  }

  /** No stream stands any more, or another begins: what comes in between is not told. */
  lose(failure?: GrantorError): void {
    this.#token = "";
    this.#reckon();
    this.#forgetAll();
    if (failure !== undefined && !this.#closed) {
      this.#failure = failure;
    }
  }

  /** Keeps nothing from now on. What closed it first counts. */
  close(failure: GrantorError): void {
    this.lose(failure);
    this.#closed = true;
  }

  /** How long all is proved by what was heard, as far as this clock can tell the database's. */
  #reckon(): void {
    if (this.#token === "" || this.#measured === undefined) {
      this.#untilMs = NEVER;
      return;
    }
    const { timeMs, sentMs } = this.#measured;
    this.#aheadMs = timeMs - sentMs;
    this.#untilMs = Math.min(
      this.#heardMs + RELIED_ON_MS,
      sentMs + MEASURED_FOR_MS,
      this.#provedMs - this.#aheadMs + RELIED_ON_MS,
    );
  }

  #forgetAll(): void {
    this.#answers.clear();
    for (const subject of [...this.#underWay.keys()]) {
      this.#void(subject);
    }
  }

  /** The answers to this subject's questions that are under way are not kept. */
  #void(subject: string): void {
    for (const question of this.#underWay.get(subject) ?? []) {
      question.isVoid = true;
    }
    this.#underWay.delete(subject);
  }
}

/** A time of the database, to less than a microsecond. */
function milliseconds({ seconds, nanos }: Timestamp): number {
  return Number(seconds) * 1000 + nanos / 1e6;
}
