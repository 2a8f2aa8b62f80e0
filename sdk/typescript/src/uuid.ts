/**
 * A random UUID. Browsers have `randomUUID` only on pages that came by https or from this machine;
 * elsewhere it is put together from random bytes.
 */
export function uuid(): string {
  return crypto.randomUUID?.() ?? fromBytes(crypto.getRandomValues(new Uint8Array(16)));
}

function fromBytes(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...groups, variant + digits.slice(17, 20), digits.slice(20)].join("-");
}
