// Prints the changes of an organization as they come, until Ctrl-C or so many changes.
//
//   node out/follow-changes.js organizations/acme
//   node out/follow-changes.js organizations/acme 10
//   node out/follow-changes.js organizations/acme 10 25    the first ten after revision 25

import { ChangeKind, GrantorClient } from "@grantor/client";

const [parent, count = "Infinity", revision] = process.argv.slice(2);
if (parent === undefined) {
  console.error("usage: follow-changes PARENT [COUNT [AFTER_REVISION]]");
  process.exit(2);
}

const grantor = new GrantorClient();
const from = revision === undefined ? {} : { from: { afterRevision: BigInt(revision) } };
const changes = grantor.watch(parent, from);
process.on("SIGINT", () => changes.close());

let printed = 0;
for await (const { change } of changes) {
  const things = change.resourceChanges.map(
    ({ resource, kind }) => `${resource} ${ChangeKind[kind] ?? kind}`,
  );
  console.log([change.name, change.method, change.actor, ...things].join(" "));
  printed += 1;
  if (printed >= Number(count)) {
    break;
  }
}
grantor.close();
