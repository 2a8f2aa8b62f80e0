import { Code, ConnectError } from "@connectrpc/connect";
import { codeName } from "./code.js";
import type { Deadline } from "./deadline.js";
import { GrantorError } from "./errors.js";
import { BadRequestSchema, ErrorInfoSchema } from "./gen/google/rpc/error_details_pb.js";

/** The domain of `ErrorInfo` in Grantor's own errors. */
const DOMAIN = "grantor";
/** As much of a cause as a message shows. */
const LONGEST_CAUSE = 200;
/** What OpenSSL, or its caller, says of a handshake that was answered with something else. */
const NO_TLS = /wrong version number|packet length too long|http request|before secure TLS/i;

/** What has to be known of a call to say why it failed. */
export interface FailedCall {
  readonly requestId: string;
  /** Where it went. */
  readonly address: string;
  /** The caller's, if there is one. */
  readonly signal: AbortSignal | undefined;
  /** Whether the client was closed. */
  readonly closed: boolean;
  /** By when it was to be answered, where the client itself sees to that. */
  readonly deadline: Deadline | undefined;
}

/** What a call failed with, whatever was thrown. */
export function failure(thrown: unknown, call: FailedCall): GrantorError {
  if (thrown instanceof GrantorError) {
    return thrown;
  }
  const error = ConnectError.from(thrown);
  if (error.metadata.has("grpc-status")) {
    return ofServer(error, call.requestId);
  }
  const parts = { requestId: call.requestId, cause: error };
  const signalled = isTimeout(call.signal?.reason);
  if (signalled || error.code === Code.DeadlineExceeded) {
    const late = signalled ? "before the timeout of the signal" : (call.deadline ?? "in time");
    return new GrantorError("DEADLINE_EXCEEDED", `no answer from ${call.address} ${late}`, parts);
  }
  if (call.signal?.aborted || call.closed) {
    return new GrantorError("CANCELLED", "the call was given up", parts);
  }
  if (isBroken(error)) {
    return new GrantorError("UNAVAILABLE", noAnswer(call.address, innermost(error)), parts);
  }
  return new GrantorError(codeName(error.code), error.rawMessage, parts);
}

/** What to say of an address that does not answer: its first line, and what may help. */
export function noAnswer(address: string, why: string): string {
  const [line = ""] = why.trim().split(/[\r\n]/, 1);
  const advice = NO_TLS.test(why) ? " (does the server speak TLS? if not, use http://)" : "";
  return `no answer from ${address}: ${line.slice(0, LONGEST_CAUSE)}${advice}`;
}

function ofServer(error: ConnectError, requestId: string): GrantorError {
  const info = error.findDetails(ErrorInfoSchema).find(({ domain }) => domain === DOMAIN);
  const violations = error
    .findDetails(BadRequestSchema)
    .flatMap(({ fieldViolations }) => fieldViolations)
    .map(({ field, description }) => ({ field, description }));
  return new GrantorError(codeName(error.code), error.rawMessage, {
    reason: info?.reason ?? "",
    metadata: info?.metadata ?? {},
    violations,
    requestId,
    status: error,
  });
}

/**
 * Whether the connection failed rather than the call. The transports give such failures many codes:
 * a stream that a lost connection takes along is "canceled", a reset "aborted", a certificate that
 * can't be trusted "internal", and what `fetch` throws "unknown".
 */
function isBroken(error: ConnectError): boolean {
  switch (error.code) {
    case Code.Unavailable:
    case Code.Canceled:
    case Code.Aborted:
      return true;
    case Code.Internal:
      return causes(error).some((cause) => typeof Reflect.get(cause, "code") === "string");
    case Code.Unknown:
      return error.cause instanceof TypeError || error.cause === "missing trailer";
    default:
      return false;
  }
}

/** Whether a signal was aborted by `AbortSignal.timeout`. */
function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}

/** The message of what it came from at last, such as a certificate that nobody vouches for. */
function innermost(error: ConnectError): string {
  const root = causes(error).at(-1);
  if (root === undefined) {
    return error.rawMessage;
  }
  // The messages of OpenSSL have its files and lines; the reason is what says something.
  const reason: unknown = Reflect.get(root, "reason");
  return typeof reason === "string" ? reason : root.message || String(Reflect.get(root, "code"));
}

function causes(error: Error): Error[] {
  const found: Error[] = [];
  let cause = error.cause;
  while (cause instanceof Error && !found.includes(cause)) {
    found.push(cause);
    cause = cause.cause;
  }
  return found;
}
