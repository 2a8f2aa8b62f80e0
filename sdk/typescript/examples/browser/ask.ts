// Asks Grantor from a page, over gRPC-Web. Address, key and question come from the form, which
// index.html#address=http://127.0.0.1:50051&key=grk_… fills; a fragment never leaves the browser.

import { AccessReason, GrantorClient, GrantorError } from "@grantor/client/web";

const form = element("question", HTMLFormElement);
const answer = element("answer", HTMLOutputElement);

new URLSearchParams(location.hash.slice(1)).forEach((value, name) => {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) {
    field.value = value;
  }
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  answer.value = "asking …";
  try {
    answer.value = await ask();
  } catch (error) {
    answer.value = described(error);
  }
});

async function ask(): Promise<string> {
  const grantor = new GrantorClient({ address: field("address"), key: field("key") });
  try {
    const asked = [field("subject"), field("right"), field("resource")] as const;
    const { allowed, reason } = await grantor.check(...asked);
    return `${allowed ? "ALLOWED" : "DENIED"} (${AccessReason[reason] ?? reason})`;
  } finally {
    grantor.close();
  }
}

function described(error: unknown): string {
  if (error instanceof GrantorError) {
    const { code, reason, message } = error;
    return `ERROR ${[code, reason].filter(Boolean).join(" ")}: ${message}`;
  }
  return `ERROR CONFIGURATION: ${error instanceof Error ? error.message : String(error)}`;
}

function field(id: string): string {
  return element(id, HTMLInputElement).value;
}

function element<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}
