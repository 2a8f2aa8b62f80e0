import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import type { ClientOptions } from "@grantor/client";
import { ConfigurationError, GrantorClient } from "@grantor/client";
import { GrantorClient as WebClient } from "@grantor/client/web";

const NAMES = ["GRANTOR_ADDRESS", "GRANTOR_KEY", "GRANTOR_CA_CERTIFICATE"];
const key = "grk_x";
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  for (const name of NAMES) {
    delete process.env[name];
  }
});
afterEach(() => {
  process.env = before;
});

function refuses(options: ClientOptions, ...words: string[]): void {
  const made = () => new GrantorClient(options);
  assert.throws(made, (error: unknown) => {
    assert.ok(error instanceof ConfigurationError, String(error));
    for (const word of words) {
      assert.ok(error.message.includes(word), `${error.message} does not say ${word}`);
    }
    return true;
  });
}

describe("an address", () => {
  const called: [string, boolean, string][] = [
    ["https://grantor.example:443", false, "https://grantor.example"],
    ["grantor.example:50051", false, "https://grantor.example:50051"],
    ["localhost:50051", false, "https://localhost:50051"],
    ["grantor.example:50051", true, "http://grantor.example:50051"],
    ["http://grantor.example:50051", true, "http://grantor.example:50051"],
    ["http://localhost:50051", false, "http://localhost:50051"],
    ["http://127.0.0.1:50051", false, "http://127.0.0.1:50051"],
    ["http://127.8.9.10:50051", false, "http://127.8.9.10:50051"],
    ["http://[::1]:50051", false, "http://[::1]:50051"],
    ["HTTP://LOCALHOST:50051", false, "http://localhost:50051"],
    ["http://localhost:50051/", false, "http://localhost:50051"],
    ["grantor.example:50051/", false, "https://grantor.example:50051"],
  ];
  for (const [address, plaintext, url] of called) {
    it(`${address} is ${url}${plaintext ? " with plaintext" : ""}`, () => {
      assert.equal(new GrantorClient({ address, plaintext, key }).address, url);
      assert.equal(new WebClient({ address, plaintext, key }).address, url);
    });
  }

  const wrong = [
    "",
    "grantor",
    "https://grantor.example",
    "http://localhost",
    "localhost:",
    "localhost:99999",
    "localhost:0",
    "http://localhost:1//",
    "localhost:http",
    "not an address",
    "https://grantor.example:443/path",
    "https://user@grantor.example:443",
    " https://grantor.example:443",
    "https://gran tor:443",
    "https://[::1:443",
    "://:1",
  ];
  for (const address of wrong) {
    it(`${JSON.stringify(address)} is none`, () => {
      refuses({ address, key }, "address", "https://HOST:PORT");
    });
  }

  it("of another scheme is refused", () => {
    refuses({ address: "ftp://127.0.0.1:21", key }, "https://", "http://");
  });

  it("without TLS needs plaintext, if it is of another machine", () => {
    for (const host of ["grantor.example", "localhost.example", "10.0.0.1", "128.0.0.1", "[::2]"]) {
      refuses({ address: `http://${host}:80`, key }, "another machine", "plaintext");
    }
  });

  it("with TLS does not go with plaintext", () => {
    refuses({ address: "https://grantor.example:443", plaintext: true, key }, "plaintext");
  });
});

describe("what is not given", () => {
  it("comes from the environment", () => {
    process.env["GRANTOR_ADDRESS"] = "http://127.0.0.1:1";
    process.env["GRANTOR_KEY"] = key;
    assert.equal(new GrantorClient().address, "http://127.0.0.1:1");
    assert.equal(
      new GrantorClient({ address: "http://127.0.0.1:2" }).address,
      "http://127.0.0.1:2",
    );
  });

  it("is named", () => {
    refuses({ key }, "address", "GRANTOR_ADDRESS");
    refuses({ address: "http://127.0.0.1:1" }, "key", "GRANTOR_KEY");
    process.env["GRANTOR_KEY"] = "";
    refuses({ address: "http://127.0.0.1:1" }, "there is no key");
  });

  it("is not looked for in the environment by browsers", () => {
    process.env["GRANTOR_ADDRESS"] = "http://127.0.0.1:1";
    assert.throws(() => new WebClient({ key }), ConfigurationError);
  });
});

describe("what is given wrong", () => {
  const address = "http://127.0.0.1:1";

  it("is refused before anything is sent", () => {
    refuses({ address, key: "" }, "key");
    refuses({ address, key: "grk_x\n" }, "key", "line break");
    refuses({ address, key, actingUser: "" }, "actingUser", "users/ann");
    refuses({ address, key, timeoutMs: 0 }, "timeoutMs");
    refuses({ address, key, timeoutMs: Number.NaN }, "timeoutMs");
    const client = new GrantorClient({ address, key });
    for (const user of ["users/änn", "users/", "ann", "", "users/ann/x", " users/ann"]) {
      refuses({ address, key, actingUser: user }, "actingUser", "users/ann");
      assert.throws(() => client.actingFor(user), ConfigurationError);
    }
  });

  it("is refused before a watch begins", () => {
    const client = new GrantorClient({ address, key });
    for (const heartbeatMs of [0, 999, 60_001, -1000, Number.NaN]) {
      assert.throws(() => client.watch("platform", { heartbeatMs }), ConfigurationError);
    }
    const from = { position: "" };
    assert.throws(() => client.watch("platform", { from }), ConfigurationError);
  });

  it("never shows the key", () => {
    const made = () => new GrantorClient({ address: "nowhere", key: "grk_secret" });
    assert.throws(made, (error: Error) => !error.message.includes("grk_secret"));
    const swapped = /^(?!.*grk_).*address and key may be swapped$/;
    assert.throws(() => new GrantorClient({ address: "grk_secret", key: address }), {
      name: "ConfigurationError",
      message: swapped,
    });
    const client = new GrantorClient({ address, key: "grk_secret" });
    assert.throws(() => client.actingFor("grk_secret"), { message: /^(?!.*grk_)/ });
    assert.doesNotMatch(inspect(client, { depth: 9, showHidden: true }), /grk_/);
  });

  it("is named where it is a file that is not there", () => {
    const options = { address: "https://127.0.0.1:1", key, caCertificate: "/nowhere/ca.pem" };
    refuses(options, "caCertificate", "/nowhere/ca.pem");
  });

  it("is named where it is a file without a certificate", () => {
    const caCertificate = fileURLToPath(import.meta.url);
    refuses({ address: "https://127.0.0.1:1", key, caCertificate }, "holds no certificate");
  });

  it("is named where it is a certificate for an address without TLS", () => {
    refuses({ address, key, caCertificate: "/nowhere/ca.pem" }, "caCertificate", address);
    process.env["GRANTOR_CA_CERTIFICATE"] = "/nowhere/ca.pem";
    assert.equal(new GrantorClient({ address, key }).address, address);
  });
});
