//! The table of all nouns: what each is called, by what it is known, in which home it lives, and where its resource name
//! stands. All that is said of each noun alone follows from its row.

/// Calls a macro with the row of every noun but operators, in the order in which a home is loaded: what others name
/// comes first. Settings and operators stand in front of them, which have no id of their own.
macro_rules! every_noun {
    ($call:ident) => {
        $call! {
            ProductType, product_type, id: ProductTypeId, Platform, Top "productTypes";
            ServiceAccount, service_account, id: ServiceAccountId, Platform, Top "serviceAccounts";
            Key, key, id: KeyId, Platform, Top "keys";
            User, user, id: UserId, People, Top "users";
            Organization, organization, id: OrganizationId, Organization, Top "organizations";
            Member, member, user: UserId, Organization, Within "members";
            ShutOut, shut_out, user: UserId, Organization, Within "shutOuts";
            ProductGroup, product_group, id: GroupId, Organization, Within "productGroups";
            Product, product, id: ProductId, Organization, Within "products";
            Team, team, id: TeamId, Organization, Within "teams";
            Partner, partner, organization: OrganizationId, Organization, Top "partners";
            Partnership, partnership, id: PartnershipId, Organization, Within "partnerships";
            ClientAssignment, client_assignment, id: AssignmentId, Organization, Within "clientAssignments";
            Grant, grant, id: GrantId, Organization, Within "grants";
            Invitation, invitation, id: InvitationId, Organization, Within "invitations";
            ChangeRequest, change_request, id: ChangeRequestId, Organization, Within "changeRequests";
            FormerPerson, former_person, user: UserId, Organization, Within "formerPeople";
        }
    };
}

pub(crate) use every_noun;
