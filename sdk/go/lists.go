package grantor

import (
	"context"
	"iter"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// The lists, each over all of its pages: every item once, and an error where it happens, after
// which nothing follows. The next page is asked for when it is needed. What the request may say,
// and who may ask, stands at the method of the service; its page_size is that of each page.

// ListAccessibleProducts goes through the products on which a user has any right, or a given one.
func (c *Client) ListAccessibleProducts(ctx context.Context, request *grantorv1.ListAccessibleProductsRequest) iter.Seq2[*grantorv1.AccessibleProduct, error] {
	return pages(ctx, c.Access.ListAccessibleProducts, request, (*grantorv1.ListAccessibleProductsResponse).GetProducts)
}

// ListAccessibleOrganizations goes through the organizations in which a user may do anything at all.
func (c *Client) ListAccessibleOrganizations(ctx context.Context, request *grantorv1.ListAccessibleOrganizationsRequest) iter.Seq2[*grantorv1.AccessibleOrganization, error] {
	return pages(ctx, c.Access.ListAccessibleOrganizations, request, (*grantorv1.ListAccessibleOrganizationsResponse).GetOrganizations)
}

// ListAccessChanges goes through what a user, or everybody on a product, gained and lost between two times.
func (c *Client) ListAccessChanges(ctx context.Context, request *grantorv1.ListAccessChangesRequest) iter.Seq2[*grantorv1.AccessChange, error] {
	return pages(ctx, c.Access.ListAccessChanges, request, (*grantorv1.ListAccessChangesResponse).GetAccessChanges)
}

// ListAccessors goes through the users who have a right on a resource, and through what.
func (c *Client) ListAccessors(ctx context.Context, request *grantorv1.ListAccessorsRequest) iter.Seq2[*grantorv1.Accessor, error] {
	return pages(ctx, c.Access.ListAccessors, request, (*grantorv1.ListAccessorsResponse).GetAccessors)
}

// ListChanges goes through changes, newest first.
func (c *Client) ListChanges(ctx context.Context, request *grantorv1.ListChangesRequest) iter.Seq2[*grantorv1.Change, error] {
	return pages(ctx, c.Audit.ListChanges, request, (*grantorv1.ListChangesResponse).GetChanges)
}

// ListResourceChanges goes through all that one change did, in its order.
func (c *Client) ListResourceChanges(ctx context.Context, request *grantorv1.ListResourceChangesRequest) iter.Seq2[*grantorv1.ResourceChange, error] {
	return pages(ctx, c.Audit.ListResourceChanges, request, (*grantorv1.ListResourceChangesResponse).GetResourceChanges)
}

// ListProductTypes goes through the product types of the catalog.
func (c *Client) ListProductTypes(ctx context.Context, request *grantorv1.ListProductTypesRequest) iter.Seq2[*grantorv1.ProductType, error] {
	return pages(ctx, c.Catalog.ListProductTypes, request, (*grantorv1.ListProductTypesResponse).GetProductTypes)
}

// ListChangeRequests goes through the change requests of an organization, or of all.
func (c *Client) ListChangeRequests(ctx context.Context, request *grantorv1.ListChangeRequestsRequest) iter.Seq2[*grantorv1.ChangeRequest, error] {
	return pages(ctx, c.ChangeRequests.ListChangeRequests, request, (*grantorv1.ListChangeRequestsResponse).GetChangeRequests)
}

// ListMyChangeRequests goes through the change requests that the acting user opened.
func (c *Client) ListMyChangeRequests(ctx context.Context, request *grantorv1.ListMyChangeRequestsRequest) iter.Seq2[*grantorv1.ChangeRequest, error] {
	return pages(ctx, c.ChangeRequests.ListMyChangeRequests, request, (*grantorv1.ListMyChangeRequestsResponse).GetChangeRequests)
}

// ListGrants goes through the grants of an organization.
func (c *Client) ListGrants(ctx context.Context, request *grantorv1.ListGrantsRequest) iter.Seq2[*grantorv1.Grant, error] {
	return pages(ctx, c.Grants.ListGrants, request, (*grantorv1.ListGrantsResponse).GetGrants)
}

// ListExpiringGrants goes through the grants that end in a span of time, soonest first.
func (c *Client) ListExpiringGrants(ctx context.Context, request *grantorv1.ListExpiringGrantsRequest) iter.Seq2[*grantorv1.Grant, error] {
	return pages(ctx, c.Grants.ListExpiringGrants, request, (*grantorv1.ListExpiringGrantsResponse).GetGrants)
}

// ListInvitations goes through the invitations of an organization.
func (c *Client) ListInvitations(ctx context.Context, request *grantorv1.ListInvitationsRequest) iter.Seq2[*grantorv1.Invitation, error] {
	return pages(ctx, c.Invitations.ListInvitations, request, (*grantorv1.ListInvitationsResponse).GetInvitations)
}

// ListMembers goes through the members of an organization.
func (c *Client) ListMembers(ctx context.Context, request *grantorv1.ListMembersRequest) iter.Seq2[*grantorv1.Member, error] {
	return pages(ctx, c.Members.ListMembers, request, (*grantorv1.ListMembersResponse).GetMembers)
}

// ListShutOuts goes through those whom an organization has shut out and who are no members.
func (c *Client) ListShutOuts(ctx context.Context, request *grantorv1.ListShutOutsRequest) iter.Seq2[*grantorv1.ShutOut, error] {
	return pages(ctx, c.Members.ListShutOuts, request, (*grantorv1.ListShutOutsResponse).GetShutOuts)
}

// ListOrganizations goes through organizations.
func (c *Client) ListOrganizations(ctx context.Context, request *grantorv1.ListOrganizationsRequest) iter.Seq2[*grantorv1.Organization, error] {
	return pages(ctx, c.Organizations.ListOrganizations, request, (*grantorv1.ListOrganizationsResponse).GetOrganizations)
}

// ListPartners goes through the partners in the directory.
func (c *Client) ListPartners(ctx context.Context, request *grantorv1.ListPartnersRequest) iter.Seq2[*grantorv1.Partner, error] {
	return pages(ctx, c.Partners.ListPartners, request, (*grantorv1.ListPartnersResponse).GetPartners)
}

// ListClients goes through the clients of a partner.
func (c *Client) ListClients(ctx context.Context, request *grantorv1.ListClientsRequest) iter.Seq2[*grantorv1.Client, error] {
	return pages(ctx, c.Partners.ListClients, request, (*grantorv1.ListClientsResponse).GetClients)
}

// ListClientAssignments goes through who of a partner's people exercises which client's mandate.
func (c *Client) ListClientAssignments(ctx context.Context, request *grantorv1.ListClientAssignmentsRequest) iter.Seq2[*grantorv1.ClientAssignment, error] {
	return pages(ctx, c.Partners.ListClientAssignments, request, (*grantorv1.ListClientAssignmentsResponse).GetClientAssignments)
}

// ListPartnerships goes through the partnerships of an organization.
func (c *Client) ListPartnerships(ctx context.Context, request *grantorv1.ListPartnershipsRequest) iter.Seq2[*grantorv1.Partnership, error] {
	return pages(ctx, c.Partnerships.ListPartnerships, request, (*grantorv1.ListPartnershipsResponse).GetPartnerships)
}

// ListMadeThings goes through what was made through a partnership and is there.
func (c *Client) ListMadeThings(ctx context.Context, request *grantorv1.ListMadeThingsRequest) iter.Seq2[*grantorv1.ListedMadeThing, error] {
	return pages(ctx, c.Partnerships.ListMadeThings, request, (*grantorv1.ListMadeThingsResponse).GetMadeThings)
}

// ListOperators goes through the operators.
func (c *Client) ListOperators(ctx context.Context, request *grantorv1.ListOperatorsRequest) iter.Seq2[*grantorv1.Operator, error] {
	return pages(ctx, c.Platform.ListOperators, request, (*grantorv1.ListOperatorsResponse).GetOperators)
}

// ListProducts goes through the products of an organization.
func (c *Client) ListProducts(ctx context.Context, request *grantorv1.ListProductsRequest) iter.Seq2[*grantorv1.Product, error] {
	return pages(ctx, c.Products.ListProducts, request, (*grantorv1.ListProductsResponse).GetProducts)
}

// ListProductGroups goes through the product groups of an organization.
func (c *Client) ListProductGroups(ctx context.Context, request *grantorv1.ListProductGroupsRequest) iter.Seq2[*grantorv1.ProductGroup, error] {
	return pages(ctx, c.Products.ListProductGroups, request, (*grantorv1.ListProductGroupsResponse).GetProductGroups)
}

// ListServiceAccounts goes through the service accounts.
func (c *Client) ListServiceAccounts(ctx context.Context, request *grantorv1.ListServiceAccountsRequest) iter.Seq2[*grantorv1.ServiceAccount, error] {
	return pages(ctx, c.ServiceAccounts.ListServiceAccounts, request, (*grantorv1.ListServiceAccountsResponse).GetServiceAccounts)
}

// ListKeys goes through the keys of a service account, without their secrets.
func (c *Client) ListKeys(ctx context.Context, request *grantorv1.ListKeysRequest) iter.Seq2[*grantorv1.Key, error] {
	return pages(ctx, c.ServiceAccounts.ListKeys, request, (*grantorv1.ListKeysResponse).GetKeys)
}

// ListTeamMembers goes through the members of a team.
func (c *Client) ListTeamMembers(ctx context.Context, request *grantorv1.ListTeamMembersRequest) iter.Seq2[*grantorv1.TeamMember, error] {
	return pages(ctx, c.Teams.ListTeamMembers, request, (*grantorv1.ListTeamMembersResponse).GetTeamMembers)
}

// ListTeams goes through the teams of an organization.
func (c *Client) ListTeams(ctx context.Context, request *grantorv1.ListTeamsRequest) iter.Seq2[*grantorv1.Team, error] {
	return pages(ctx, c.Teams.ListTeams, request, (*grantorv1.ListTeamsResponse).GetTeams)
}
