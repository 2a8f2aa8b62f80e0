import type { CallSettings } from "./calls.js";
import { ConfigurationError } from "./errors.js";

const DEFAULT_TIMEOUT_MS = 5000;
const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+):(\d{1,5}))\/?$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** What a header can carry without being changed on the way. */
const VISIBLE = /^[\x21-\x7e]+$/;
const USER = /^users\/[\x21-\x2e\x30-\x7e]+$/;

/** What a client may be given, in Node.js and in browsers. */
export interface CommonOptions {
  /**
   * `https://HOST:PORT` or `HOST:PORT` is TLS; `http://HOST:PORT` is plaintext, to another machine
   * than this one only together with `plaintext`.
   */
  readonly address?: string;
  /** The key of a service account, `grk_…`. */
  readonly key?: string;
  /** The key may go without TLS to a machine that is not this one. */
  readonly plaintext?: boolean;
  /** How long a call may take with all its attempts, in milliseconds; 5000, if not set. */
  readonly timeoutMs?: number;
  /** Calls are for this user: `users/ann`. */
  readonly actingUser?: string;
}

/** What to call, with its scheme. A key leaves this machine encrypted, unless plaintext is said. */
export function target(address: string | undefined, plaintext: boolean): URL {
  if (address === undefined) {
    throw new ConfigurationError(
      "there is no address: set the option address, or GRANTOR_ADDRESS, such as https://HOST:PORT",
    );
  }
  mustBeNoKey("address", address, "; address and key may be swapped");
  const [, scheme, host, port] = ADDRESS.exec(address) ?? [];
  const url = `${scheme ?? (plaintext ? "http" : "https")}://${host}`;
  if (host === undefined || !isPort(Number(port)) || !URL.canParse(url)) {
    throw new ConfigurationError(
      `address: ${JSON.stringify(address)} is no address; it is like https://HOST:PORT`,
    );
  }
  const parsed = new URL(url);
  mustFit(address, parsed, plaintext);
  return parsed;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65535;
}

/** Messages get into logs, where no key may be: what looks like one is refused without being shown. */
export function mustBeNoKey(option: string, text: string, advice = ""): void {
  if (String(text).includes("grk_")) {
    throw new ConfigurationError(`${option}: the ${option} looks like a key${advice}`);
  }
}

function mustFit(address: string, { protocol, hostname }: URL, plaintext: boolean): void {
  if (protocol !== "http:" && protocol !== "https:") {
    throw new ConfigurationError(`address: ${address} is neither https:// nor http://`);
  }
  if (protocol === "https:" && plaintext) {
    throw new ConfigurationError(
      `address: ${address} is TLS, and plaintext is set: take away one of the two`,
    );
  }
  if (protocol === "http:" && !plaintext && !LOOPBACK.test(hostname)) {
    throw new ConfigurationError(
      `address: ${address} is another machine, and without TLS everybody on the way could read the key; ` +
        "use https://, or set plaintext",
    );
  }
}

/** What each call has, of what the client was given. */
export function callSettings(options: CommonOptions): CallSettings {
  const { key, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  if (key === undefined) {
    throw new ConfigurationError(
      "there is no key: set the option key, or GRANTOR_KEY, to the key of a service account (grk_…)",
    );
  }
  if (!VISIBLE.test(key)) {
    throw new ConfigurationError(
      "key: it is empty or has characters that no key has, such as a line break; it begins with grk_",
    );
  }
  if (!(timeoutMs > 0 && Number.isFinite(timeoutMs))) {
    throw new ConfigurationError(`timeoutMs: ${timeoutMs} is not a number of milliseconds above 0`);
  }
  const user = options.actingUser;
  return { key, timeoutMs, actingUser: user === undefined ? undefined : actingUser(user) };
}

/** Whether this is `users/ID`, and a header can carry it. */
export function isUser(user: string): boolean {
  return USER.test(user);
}

/** The user for whom to call. Only leaving it out means the service account itself. */
export function actingUser(user: string): string {
  mustBeNoKey("actingUser", user);
  if (!isUser(user)) {
    throw new ConfigurationError(
      `actingUser: ${JSON.stringify(user)} is no user; it is like users/ann`,
    );
  }
  return user;
}
