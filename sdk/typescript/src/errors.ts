import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import type { ConnectError } from "@connectrpc/connect";
import type { GrpcCode } from "./code.js";

/** One wrong field of a request, such as `grant.rights` with what is wrong about it. */
export interface FieldViolation {
  readonly field: string;
  readonly description: string;
}

/** What a {@link GrantorError} has beside its code and message. */
export interface ErrorParts {
  readonly reason?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations?: readonly FieldViolation[];
  readonly requestId?: string;
  /** What the server answered. */
  readonly status?: ConnectError;
  /** What went wrong on the way. */
  readonly cause?: unknown;
}

/**
 * A call that failed. Decide by `code` and `reason`, never by the message. An error is never an
 * allow.
 */
export class GrantorError extends Error {
  static {
    GrantorError.prototype.name = "GrantorError";
  }

  /** The code of gRPC, such as `NOT_FOUND`. UNAVAILABLE also where nothing answers. */
  readonly code: GrpcCode;
  /**
   * The reason as docs/errors.md lists it, such as `RIGHT_UNKNOWN`; also one that this client does
   * not know yet. Empty where the error is not Grantor's.
   */
  readonly reason: string;
  /** Names and values that belong to the reason. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Every wrong field of the request. */
  readonly violations: readonly FieldViolation[];
  /** The `x-request-id` of the call, by which the server's log finds it. Empty if none was made. */
  readonly requestId: string;

  readonly #status: ConnectError | undefined;

  constructor(code: GrpcCode, message: string, parts: ErrorParts = {}) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = code;
    this.reason = parts.reason ?? "";
    this.metadata = parts.metadata ?? {};
    this.violations = parts.violations ?? [];
    this.requestId = parts.requestId ?? "";
    this.#status = parts.status;
  }

  /** Details of another type that the server sent, such as those of `QuotaFailureSchema`. */
  details<M extends DescMessage>(schema: M): MessageShape<M>[] {
    return this.#status?.findDetails(schema) ?? [];
  }
}

/** A client was not made, because what it was given is missing or wrong. The message says what to set. */
export class ConfigurationError extends Error {
  static {
    ConfigurationError.prototype.name = "ConfigurationError";
  }
}
