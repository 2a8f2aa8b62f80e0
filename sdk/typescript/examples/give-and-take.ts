// Gives Alice a right on a drive in Ann's name, takes it back, and says what she may in between.
//
//   node out/give-and-take.js

import { GrantorClient } from "@grantor/client";

const DRIVE = "organizations/acme/products/drive-1";
const grantor = new GrantorClient();
const { grants } = grantor.actingFor("users/ann");

const given = await grants.createGrant({
  parent: "organizations/acme",
  grant: {
    subject: "organizations/acme/members/alice",
    rights: { names: ["kdrive/statistics"] },
    scope: {
      scope: {
        case: "listed",
        value: { entries: [{ entry: { case: "product", value: DRIVE } }] },
      },
    },
  },
});
const { name = "", scopeRevision } = given.grant ?? {};
console.log(`given at revision ${scopeRevision}: ${name}`);
await tell(given.consistencyToken);

const taken = await grants.deleteGrant({ name });
console.log("taken");
await tell(taken.consistencyToken);
grantor.close();

/** As of that change or later, on whichever instance answers. */
async function tell(token: string): Promise<void> {
  const asked = ["users/alice", "kdrive/statistics", DRIVE] as const;
  const { allowed } = await grantor.check(...asked, { consistency: [token] });
  console.log(allowed ? "she may" : "she may not");
}
