// Lists what a user can see in an organization, with the rights on each.
//
//   node out/list-visible.js users/alice organizations/acme

import { AccessService, GrantorClient } from "@grantor/client";

const [subject, parent] = process.argv.slice(2);
if (subject === undefined || parent === undefined) {
  console.error("usage: list-visible USER ORGANIZATION");
  process.exit(2);
}

const grantor = new GrantorClient();
const { listAccessibleProducts } = AccessService.method;
for await (const { product, rights } of grantor.list(listAccessibleProducts, { parent, subject })) {
  console.log(`${product}: ${rights.join(", ")}`);
}
grantor.close();
