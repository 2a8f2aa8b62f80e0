/** The codes of gRPC by name, in the order of their numbers, which begin with 0. */
const NAMES = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
] as const;

/** A code of gRPC with which a call can fail. */
export type GrpcCode = Exclude<(typeof NAMES)[number], "OK">;

/** The name of a code; UNKNOWN for a number that stands for no failure. */
export function codeName(code: number): GrpcCode {
  const name = NAMES[code];
  return name === undefined || name === "OK" ? "UNKNOWN" : name;
}
