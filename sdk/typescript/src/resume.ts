import type {
  DescMessage,
  DescMethodServerStreaming,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import type { Calls, OwnWire } from "./calls.js";
import { pause } from "./pause.js";

/** The longest wait between two streams. */
export const LONGEST_PAUSE_MS = 10_000;

/** What the streams are of, and what is known across all of them. */
export interface Course<I extends DescMessage, O extends DescMessage> {
  readonly method: DescMethodServerStreaming<I, O>;
  /** What the next stream asks for. */
  request(): MessageInitShape<I>;
  /** How long a stream may be silent now. */
  patienceMs(): number;
  /** Another stream begins. */
  opened(): void;
  /** Something came. */
  answered(answer: MessageShape<O>): void;
  /** How long to wait until another stream; throws what ends it all. */
  waitAfterMs(error: unknown): number;
}

/** The answers of one stream after the other, until its course or who reads it ends it. */
export async function* resume<I extends DescMessage, O extends DescMessage>(
  calls: Calls,
  course: Course<I, O>,
  closing: AbortSignal,
): AsyncGenerator<MessageShape<O>, never> {
  const line = new Line(calls);
  try {
    for (;;) {
      let ms = 0;
      try {
        course.opened();
        for await (const answer of listen(line, course, closing)) {
          course.answered(answer);
          yield answer;
        }
      } catch (error) {
        ms = course.waitAfterMs(error);
      }
      await pause(ms, closing, calls.closing);
    }
  } finally {
    line.close();
  }
}

/**
 * What streams are heard over: the client's connection, until that falls silent. Then one of
 * their own, opened anew: what swallows everything would also swallow the next stream on it.
 */
class Line {
  readonly calls: Calls;
  #own: OwnWire | undefined;

  constructor(calls: Calls) {
    this.calls = calls;
  }

  open<I extends DescMessage, O extends DescMessage>(
    signal: AbortSignal,
    { method, request }: { method: DescMethodServerStreaming<I, O>; request: MessageInitShape<I> },
  ): AsyncGenerator<MessageShape<O>> {
    return this.calls.open(method, signal, request, this.#own?.wire);
  }

  renew(): void {
    this.close();
    this.#own = this.calls.dial();
  }

  close(): void {
    this.#own?.close();
    this.#own = undefined;
  }
}

/** The answers of one stream. Its end is UNAVAILABLE too, and so is silence. */
async function* listen<I extends DescMessage, O extends DescMessage>(
  line: Line,
  course: Course<I, O>,
  closing: AbortSignal,
): AsyncGenerator<MessageShape<O>, undefined> {
  let waitsMs = 0;
  const stream = new AbortController();
  const close = () => stream.abort(closing.reason);
  closing.addEventListener("abort", close);
  if (closing.aborted) {
    close();
  }
  try {
    const asked = { method: course.method, request: course.request() };
    const answers = line.open(stream.signal, asked);
    for (;;) {
      waitsMs = course.patienceMs();
      const silence = setTimeout(close, waitsMs);
      const answer = await answers.next().finally(() => clearTimeout(silence));
      if (answer.done) {
        throw line.calls.unavailable("the stream ended");
      }
      yield answer.value;
    }
  } catch (error) {
    if (!stream.signal.aborted || closing.aborted || line.calls.closing.aborted) {
      throw error;
    }
    line.renew();
    throw line.calls.unavailable(`nothing came within ${waitsMs / 1000} s`, error);
  } finally {
    closing.removeEventListener("abort", close);
    close();
  }
}
