// The package holds the messages of the whole API.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { it } from "node:test";
import * as client from "@grantor/client";

it("all messages and services of the API are exported", async () => {
  const directory = new URL("../../src/gen/grantor/v1/", import.meta.url);
  const files = readdirSync(directory).map((name) => name.replace(/\.ts$/, ".js"));
  assert.ok(files.length > 20);
  for (const file of files) {
    const generated = await import(`../../dist/gen/grantor/v1/${file}`);
    const missing = Object.keys(generated).filter((name) => !(name in client));
    assert.deepEqual(missing, [], file);
  }
});
