import type {
  DescMessage,
  DescMethodUnary,
  Message,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import type { Calls } from "./calls.js";
import type { CallOptions } from "./questions.js";

/** What a page is a list of. */
export type ItemOf<Page> = {
  [Field in keyof Page]-?: Field extends `$${string}`
    ? never
    : Page[Field] extends readonly (infer Item)[]
      ? Item
      : never;
}[keyof Page];

/** What a method must be beside unary, so that one of no list does not compile. */
export type Listing<Output extends DescMessage> =
  MessageShape<Output> extends { readonly nextPageToken: string } ? unknown : never;

/** Each item of each page, the next page being asked for when it is needed. */
export async function* pages<I extends DescMessage, O extends DescMessage>(
  calls: Calls,
  method: DescMethodUnary<I, O>,
  request: MessageInitShape<I>,
  options: CallOptions,
): AsyncGenerator<ItemOf<MessageShape<O>>, void, undefined> {
  const field = method.output.fields.find(({ fieldKind }) => fieldKind === "list")?.localName;
  if (field === undefined || !("pageToken" in method.input.field)) {
    throw new TypeError(`${method.parent.typeName}.${method.name} is no list of pages`);
  }
  let input = request;
  do {
    const { message } = await calls.ask(method, input, options);
    yield* listed(message, field) as ItemOf<MessageShape<O>>[];
    input = { ...request, pageToken: Reflect.get(message, "nextPageToken") };
  } while (Reflect.get(input, "pageToken"));
}

function listed(page: Message, field: string): unknown[] {
  return Reflect.get(page, field);
}
