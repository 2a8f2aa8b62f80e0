package grantor

import (
	"context"

	"google.golang.org/grpc"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// Version is the version of this client, which is that of the server it was made from.
const Version = "0.1.0"

// Client calls Grantor over one connection. It may be used by any number of goroutines at once;
// make one and keep it. The fields are the generated stubs of all services; their calls get what
// every call gets (see the package's comment).
type Client struct {
	Access          grantorv1.AccessServiceClient
	Audit           grantorv1.AuditServiceClient
	Catalog         grantorv1.CatalogServiceClient
	ChangeRequests  grantorv1.ChangeRequestServiceClient
	Grants          grantorv1.GrantServiceClient
	Invitations     grantorv1.InvitationServiceClient
	Members         grantorv1.MemberServiceClient
	Organizations   grantorv1.OrganizationServiceClient
	Partners        grantorv1.PartnerServiceClient
	Partnerships    grantorv1.PartnershipServiceClient
	Platform        grantorv1.PlatformServiceClient
	Products        grantorv1.ProductServiceClient
	ServiceAccounts grantorv1.ServiceAccountServiceClient
	Teams           grantorv1.TeamServiceClient
	Users           grantorv1.UserServiceClient

	again      func() (*grpc.ClientConn, error) // makes another connection, for a watch
	caller     *caller
	connection *grpc.ClientConn
}

// New makes a client. It connects when it is first used, so that what can't be reached shows as
// UNAVAILABLE then.
//
// The address is https://HOST:PORT or HOST:PORT for TLS, or http://HOST:PORT for plaintext, which
// a machine that is not this one also needs [WithPlaintext] for. The key is that of a service
// account, "grk_…". An empty one is taken from the environment, GRANTOR_ADDRESS or GRANTOR_KEY.
//
// Where something is missing, wrong or contradictory, the error is a [*ConfigurationError].
func New(address, key string, options ...Option) (*Client, error) {
	settings, err := settingsOf(address, key, options)
	if err != nil {
		return nil, err
	}
	authorization := "Bearer " + settings.key
	caller := &caller{
		address:       settings.address,
		authorization: func() string { return authorization },
		actingUser:    settings.actingUser,
		timeout:       settings.timeout,
	}
	caller.life, caller.end = context.WithCancel(context.Background())
	connection, err := connect(settings, caller)
	if err != nil {
		return nil, err
	}
	return &Client{
		Access:          grantorv1.NewAccessServiceClient(connection),
		Audit:           grantorv1.NewAuditServiceClient(connection),
		Catalog:         grantorv1.NewCatalogServiceClient(connection),
		ChangeRequests:  grantorv1.NewChangeRequestServiceClient(connection),
		Grants:          grantorv1.NewGrantServiceClient(connection),
		Invitations:     grantorv1.NewInvitationServiceClient(connection),
		Members:         grantorv1.NewMemberServiceClient(connection),
		Organizations:   grantorv1.NewOrganizationServiceClient(connection),
		Partners:        grantorv1.NewPartnerServiceClient(connection),
		Partnerships:    grantorv1.NewPartnershipServiceClient(connection),
		Platform:        grantorv1.NewPlatformServiceClient(connection),
		Products:        grantorv1.NewProductServiceClient(connection),
		ServiceAccounts: grantorv1.NewServiceAccountServiceClient(connection),
		Teams:           grantorv1.NewTeamServiceClient(connection),
		Users:           grantorv1.NewUserServiceClient(connection),
		again:           func() (*grpc.ClientConn, error) { return connect(settings, caller) },
		caller:          caller,
		connection:      connection,
	}, nil
}

// Connection is the connection that the calls go over, for stubs of other services of the same
// server, such as grpc.health.v1.
//
// It is not a bare connection: every call over it, of whatever stub, carries the client's KEY, and
// its acting user, request id, deadline, retries and errors. Give it to no code that must not act
// with this key. The client owns it: end it with Close of the client.
func (c *Client) Connection() *grpc.ClientConn { return c.connection }

// Close ends the connection, and with it every call that is under way (CANCELLED), as each call
// after it is. Closing again does nothing.
func (c *Client) Close() error {
	var err error
	c.caller.closing.Do(func() {
		c.caller.closed.Store(true)
		c.caller.end()
		err = c.connection.Close()
	})
	return err
}
