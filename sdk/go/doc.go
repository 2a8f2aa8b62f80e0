// Package grantor is the client of Grantor, the one place that knows who may do what on which
// product of which organization, and why.
//
//	client, err := grantor.New("https://grantor.example.com:443", "grk_…")
//	answer, err := client.Check(ctx, "users/alice", "kdrive/use", "organizations/acme/products/drive-1")
//	if err == nil && answer.Allowed {
//		// she may
//	}
//
// A [Client] asks ([Client.Check], [Client.CheckMany], [Client.StreamChecks], [Client.Explain]), keeps
// answers ([Client.CachedAccess]), goes through lists page
// by page ([Client.ListMembers] and the like) and follows changes ([Client.Watch]). Everything
// else is called through the generated stubs, its fields: client.Grants.CreateGrant and so on,
// with the messages of package grantor.dev/sdk/go/grantor/v1.
//
// Each call has the key, a request id (the x-request-id of its outgoing metadata, or else a new
// UUID), a deadline of 5 s unless its context has one, and is sent
// again where the server is UNAVAILABLE. A call that fails returns an [*Error]; an error is never
// an allow.
package grantor
