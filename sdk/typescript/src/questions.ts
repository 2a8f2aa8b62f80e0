import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Calls } from "./calls.js";
import { codeName } from "./code.js";
import { ConfigurationError, GrantorError } from "./errors.js";
import type { AccessPath } from "./gen/grantor/v1/access_path_pb.js";
import type {
  AccessAnswer,
  AccessError,
  AccessReason,
  AccessResult,
  CheckAccessResponse,
  ExplainedPath,
  MissingPiece,
} from "./gen/grantor/v1/access_pb.js";
import { AccessService, Decision } from "./gen/grantor/v1/access_pb.js";
import type { ConsistencySchema } from "./gen/grantor/v1/consistency_pb.js";
import { ErrorReason } from "./gen/grantor/v1/error_pb.js";

/** As many questions as one call may have. */
const MOST_QUESTIONS = 1000;

/** May `subject` (`users/alice`) do `right` (`kdrive/use`) on `resource` (a product or an organization)? */
export interface Question {
  readonly subject: string;
  readonly right: string;
  readonly resource: string;
}

/** Of one call. */
export interface CallOptions {
  /** How long the call may take with all its attempts, in milliseconds. At 0 or less it fails with DEADLINE_EXCEEDED. */
  readonly timeoutMs?: number;
  /** Gives the call up, which then fails with CANCELLED, or with DEADLINE_EXCEEDED by `AbortSignal.timeout`. */
  readonly signal?: AbortSignal;
}

/** Of one call that asks. */
export interface AskOptions extends CallOptions {
  /**
   * How fresh the answer must be: at least as fresh as what these tokens saw (1 to 100), or `full`
   * for everything that was acknowledged before. Not set: from memory, at most 5 s old.
   */
  readonly consistency?: "full" | readonly string[];
}

/** Of one call that asks, of now or of then. What contradicts each other the server refuses. */
export interface CheckOptions extends AskOptions {
  /** As things stood at this time, which must be some ten seconds ago. The answer has no token. */
  readonly atTime?: Date;
  /** As things stood at this revision of the organization, which all questions are about then. From 1 on. */
  readonly atRevision?: bigint | number;
}

/** Whether the user may: read `allowed`. The object itself is true in an `if`, also where it denies. */
export interface Answer {
  /** Whether the user may. Everything else is explanation. */
  readonly allowed: boolean;
  /** Why; maybe a number that this client does not know yet. */
  readonly reason: AccessReason;
  /** If allowed: one way that allows it now. */
  readonly path: AccessPath | undefined;
  /** The next time at which the answer changes by itself: keep it no longer. Not set: never. */
  readonly validUntil: Date | undefined;
  /** What was seen. Give it as `consistency` to another question not to go back before it. Of the past: empty. */
  readonly token: string;
}

/** The answer to one of many questions. */
export interface OneAnswer extends Omit<Answer, "token"> {
  readonly error?: never;
}

/** Why one of many questions has no answer. It allows nothing. */
export interface NoAnswer {
  readonly allowed: false;
  readonly error: GrantorError;
}

/** The answers to many questions. */
export interface Answers {
  /** One for each question, in the same order. */
  readonly results: readonly (OneAnswer | NoAnswer)[];
  /** What was seen, a token for each organization; what several calls say alike stands once. Of the past: none. */
  readonly tokens: readonly string[];
}

/** Whether the user may, and why. */
export interface Explanation {
  readonly allowed: boolean;
  readonly reason: AccessReason;
  /** The answer in words, for people. */
  readonly sentence: string;
  /** If allowed: every way that allows it, the longest lasting first. */
  readonly paths: readonly ExplainedPath[];
  /** If denied: the nearest that is missing, where anything could help. */
  readonly missing: MissingPiece | undefined;
  /** The next time at which the answer changes by itself. Not set: never. */
  readonly validUntil: Date | undefined;
  readonly token: string;
}

export async function check(calls: Calls, asked: Question, options: CheckOptions): Promise<Answer> {
  return (await checked(calls, asked, options)).answer;
}

/** The answer, and the message that it was made of. */
export async function checked(
  calls: Calls,
  asked: Question,
  options: CheckOptions,
): Promise<{ answer: Answer; message: CheckAccessResponse }> {
  const { checkAccess } = AccessService.method;
  const input = { ...request(asked, options), ...then(options) };
  const { message, requestId } = await calls.ask(checkAccess, input, options);
  return { answer: { ...answer(message, requestId), token: message.consistencyToken }, message };
}

export async function explain(
  calls: Calls,
  asked: Question,
  options: CheckOptions,
): Promise<Explanation> {
  const { explainAccess } = AccessService.method;
  const input = { ...request(asked, options), ...then(options) };
  const { message, requestId } = await calls.ask(explainAccess, input, options);
  return {
    allowed: isAllowed(message.decision, requestId),
    reason: message.reason,
    sentence: message.sentence,
    paths: message.paths,
    missing: message.missing,
    validUntil: date(message.validUntil),
    token: message.consistencyToken,
  };
}

/** One call after the other, each with its own deadline. A call that fails fails all. */
export async function checkMany(
  calls: Calls,
  questions: readonly Question[],
  options: CheckOptions,
): Promise<Answers> {
  const of = { consistency: consistency(options), ...then(options) };
  const results: (OneAnswer | NoAnswer)[] = [];
  const tokens: string[] = [];
  for (let start = 0; start < questions.length; start += MOST_QUESTIONS) {
    const asked = questions.slice(start, start + MOST_QUESTIONS);
    const input = { questions: asked.map(one), ...of };
    const { batchCheckAccess } = AccessService.method;
    const { message, requestId } = await calls.ask(batchCheckAccess, input, options);
    if (message.results.length !== asked.length) {
      const text = `${message.results.length} answers came to ${asked.length} questions`;
      throw new GrantorError("INTERNAL", text, { requestId });
    }
    results.push(...message.results.map((result) => oneResult(result, requestId)));
    tokens.push(...message.consistencyTokens);
  }
  return { results, tokens: [...new Set(tokens)] };
}

/** Only what a question has: a caller's object may have more. */
function one({ subject, right, resource }: Question): Question {
  return { subject, right, resource };
}

export function request(asked: Question, options: AskOptions) {
  return { ...asked, consistency: consistency(options) };
}

/** A message can't tell revision 0 from none, and would ask about now. */
function then({ atTime, atRevision }: CheckOptions) {
  const revision = BigInt(atRevision ?? 0);
  if (atRevision !== undefined && revision === 0n) {
    throw new ConfigurationError(
      "atRevision: it is 0, and the first revision is 1; leave it out to ask about now",
    );
  }
  return { atTime: atTime && timestampFromDate(atTime), atRevision: revision };
}

function consistency({
  consistency,
}: AskOptions): MessageInitShape<typeof ConsistencySchema> | undefined {
  if (consistency === undefined) {
    return undefined;
  }
  return consistency === "full"
    ? { requirement: { case: "fullyConsistent", value: {} } }
    : { requirement: { case: "atLeastAsFresh", value: { tokens: [...consistency] } } };
}

function answer(
  { decision, reason, path, validUntil }: Omit<AccessAnswer, "$typeName">,
  requestId: string,
): OneAnswer {
  return { allowed: isAllowed(decision, requestId), reason, path, validUntil: date(validUntil) };
}

export function oneResult(said: AccessResult | undefined, requestId: string): OneAnswer | NoAnswer {
  try {
    const { result } = said ?? { result: { case: undefined } };
    switch (result.case) {
      case "answer":
        return answer(result.value, requestId);
      case "error":
        return { allowed: false, error: ofQuestion(result.value, requestId) };
      default:
        throw unknown("a result that is neither answer nor error", requestId);
    }
  } catch (error) {
    if (error instanceof GrantorError) {
      return { allowed: false, error };
    }
    throw error;
  }
}

function ofQuestion({ code, reason, message }: AccessError, requestId: string): GrantorError {
  // A reason that came later has no name here; its number says which.
  return new GrantorError(codeName(code), message, {
    reason: ErrorReason[reason] ?? String(reason),
    requestId,
  });
}

/** Allows nothing but what is said to be allowed. */
function isAllowed(decision: Decision, requestId: string): boolean {
  switch (decision) {
    case Decision.ALLOWED:
      return true;
    case Decision.DENIED:
      return false;
    default:
      throw unknown(`the decision ${decision}`, requestId);
  }
}

function unknown(what: string, requestId: string): GrantorError {
  const message = `the server answers with ${what}, which this client does not know; update @grantor/client`;
  return new GrantorError("INTERNAL", message, { requestId });
}

/** Not later than the time, of which a Date has only the milliseconds. */
function date(time: Timestamp | undefined): Date | undefined {
  return time && new Date(Number(time.seconds) * 1000 + Math.floor(time.nanos / 1_000_000));
}
