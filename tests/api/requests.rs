//! One good request of every RPC, on the [stage](super::stage), with who sends it. Each changes something where it can.
//! In this order they can all be sent one after another.

use prost_reflect::DynamicMessage;

use super::wire;

/// Who sends it: a user by id, or nobody for the operator's service.
pub type Sender = Option<&'static str>;

const ANN: Sender = Some("ann");
const OPERATOR: Sender = None;

/// A request in protobuf text format. `$A` stands for `organizations/acme`, others for secrets of the stage.
pub struct Good {
    pub rpc: &'static str,
    pub sender: Sender,
    text: &'static str,
}

impl Good {
    pub fn message(&self, tokens: &[(&str, String)]) -> DynamicMessage {
        let text = self
            .text
            .replace("$A/", "organizations/acme/")
            .replace("$A\"", "organizations/acme\"");
        let text = tokens
            .iter()
            .fold(text, |text, (name, token)| text.replace(name, token));
        wire::request(self.rpc, &text)
    }

    /// Whether what is wrong with a question is its own answer.
    pub fn answers_each(&self) -> bool {
        matches!(
            self.rpc,
            "AccessService/BatchCheckAccess" | "AccessService/StreamCheckAccess"
        )
    }

    /// Whether it changes something.
    pub fn is_mutation(&self) -> bool {
        wire::method(self.rpc)
            .input()
            .get_field_by_name("validate_only")
            .is_some()
    }
}

macro_rules! good {
    ($($rpc:literal $sender:ident $text:literal)*) => {
        &[$(Good { rpc: $rpc, sender: $sender, text: $text }),*]
    };
}

/// Every RPC once.
pub const GOOD: &[Good] = good! {
    "AccessService/CheckAccess" ANN r#"subject: "users/bob" resource: "$A/products/drive" right: "kdrive/use""#
    "AccessService/BatchCheckAccess" ANN r#"questions { subject: "users/bob" resource: "$A/products/drive" right: "use" }"#
    "AccessService/ListAccessibleProducts" ANN r#"parent: "$A" subject: "users/bob" right: "kdrive/use" product_type: "productTypes/kdrive""#
    "AccessService/ListAccessibleOrganizations" ANN r#"subject: "users/ann""#
    "AccessService/ListAccessors" ANN r#"resource: "$A/products/drive" right: "kdrive/use""#
    "AccessService/ListRights" ANN r#"subject: "users/bob" resource: "$A/products/drive""#
    "AccessService/ExplainAccess" ANN r#"subject: "users/bob" resource: "$A/products/drive" right: "kdrive/use""#
    "AccessService/ListAccessChanges" ANN r#"parent: "$A" user: "users/bob" start_time { seconds: 1 }"#
    "AccessService/StreamCheckAccess" ANN r#"subject: "users/bob" resource: "$A/products/drive" right: "kdrive/use""#
    "AccessService/WatchAccess" ANN r#"organization: "$A""#
    "AccessService/WatchChanges" ANN r#"parent: "$A" after_revision: 1 heartbeat_interval { seconds: 10 }"#

    "AuditService/ListChanges" ANN r#"parent: "$A" actor: "users/ann" resource: "$A/grants/one" method: "GrantService.CreateGrant""#
    "AuditService/GetChange" ANN r#"name: "$A/changes/1""#
    "AuditService/ListResourceChanges" ANN r#"parent: "$A/changes/1""#

    "CatalogService/GetProductType" ANN r#"name: "productTypes/kdrive""#
    "CatalogService/ListProductTypes" ANN r#""#
    "CatalogService/ApplyCatalog" OPERATOR r#"product_types { name: "productTypes/mail" display_name: "Mail" managing_system: "Mailer" rights { id: "use" display_name: "Use" kind: RIGHT_KIND_USAGE } rights { id: "run" display_name: "Run" kind: RIGHT_KIND_MANAGEMENT implies: "use" } }"#
    "CatalogService/RetireProductType" OPERATOR r#"name: "productTypes/fax""#

    "ChangeRequestService/CreateChangeRequest" ANN r#"parent: "$A" change_request_id: "new" change_request { create_user { given_name: "Nora" family_name: "New" email: "nora@example.com" position: "Clerk" locale: "fr" role { role: ROLE_COLLABORATOR } teams: "$A/teams/web" grants { rights { names: "kdrive/use" } scope { listed { entries { product: "$A/products/drive" } } } } } note: "for the site" }"#
    "ChangeRequestService/GetChangeRequest" ANN r#"name: "$A/changeRequests/talk""#
    "ChangeRequestService/ListChangeRequests" ANN r#"parent: "$A" states: CHANGE_REQUEST_STATE_OPEN requester: "users/ann""#
    "ChangeRequestService/ListMyChangeRequests" ANN r#"states: CHANGE_REQUEST_STATE_OPEN"#
    "ChangeRequestService/AddChangeRequestComment" ANN r#"name: "$A/changeRequests/talk" text: "Is it long?""#
    "ChangeRequestService/StartChangeRequest" OPERATOR r#"name: "$A/changeRequests/talk""#
    "ChangeRequestService/ApplyChangeRequest" OPERATOR r#"name: "$A/changeRequests/apply" acknowledge_all_products: true"#
    "ChangeRequestService/RejectChangeRequest" OPERATOR r#"name: "$A/changeRequests/reject" reason: "Not this week.""#
    "ChangeRequestService/CancelChangeRequest" ANN r#"name: "$A/changeRequests/cancel""#

    "GrantService/CreateGrant" ANN r#"parent: "$A" grant_id: "new" grant { subject: "$A/members/bob" rights { names: "kdrive/manage" kinds: RIGHT_KIND_TECHNICAL } note: "for the site" scope { listed { entries { product: "$A/products/drive" } entries { product_group: "$A/productGroups/site" } entries { tag: "client" } entries { product_type: "productTypes/kdrive" } entries { future_product_type: "productTypes/kdrive" } } } }"#
    "GrantService/GetGrant" ANN r#"name: "$A/grants/one""#
    "GrantService/ListGrants" ANN r#"parent: "$A" subject: "$A/members/bob""#
    "GrantService/UpdateGrant" ANN r#"grant { name: "$A/grants/one" rights { names: "kdrive/manage" } scope { listed { entries { product: "$A/products/drive" } } } note: "more" } update_mask { paths: "rights" paths: "scope" paths: "note" }"#
    "GrantService/DeleteGrant" ANN r#"name: "$A/grants/gone-1""#
    "GrantService/BatchCreateGrants" ANN r#"parent: "$A" requests { parent: "$A" grant_id: "batch" grant { subject: "$A/teams/web" rights { names: "domain/dns" } scope { listed { entries { product: "$A/products/www" } } } } }"#
    "GrantService/BatchDeleteGrants" ANN r#"parent: "$A" names: "$A/grants/gone-2""#
    "GrantService/ListExpiringGrants" ANN r#"parent: "$A" until_time { seconds: 1798761600 }"#

    "InvitationService/CreateInvitation" ANN r#"parent: "$A" invitation_id: "new" invitation { email: "new@example.com" role: ROLE_COLLABORATOR panel: PANEL_BRANDED locale: "fr-CH" teams: "$A/teams/web" grants { rights { names: "kdrive/use" } scope { listed { entries { product: "$A/products/drive" } } } } }"#
    "InvitationService/GetInvitation" ANN r#"name: "$A/invitations/withdrawn""#
    "InvitationService/ListInvitations" ANN r#"parent: "$A" state: INVITATION_STATE_OPEN"#
    "InvitationService/ViewInvitation" ANN r#"token: "$ACCEPT""#
    "InvitationService/ResendInvitation" ANN r#"name: "$A/invitations/withdrawn" expire_time { seconds: 1770000000 }"#
    "InvitationService/WithdrawInvitation" ANN r#"name: "$A/invitations/withdrawn""#
    "InvitationService/AcceptInvitation" OPERATOR r#"token: "$ACCEPT" new_user { user_id: "acc" given_name: "Acc" family_name: "Epted" login: "acc" position: "Clerk" locale: "fr" }"#
    "InvitationService/RefuseInvitation" OPERATOR r#"token: "$REFUSE""#

    "MemberService/GetMember" ANN r#"name: "$A/members/bob""#
    "MemberService/ListMembers" ANN r#"parent: "$A" roles: ROLE_COLLABORATOR state: MEMBER_STATE_ACTIVE has_access: "$A/products/drive" view: MEMBER_VIEW_FULL"#
    "MemberService/BatchCreateMembers" OPERATOR r#"parent: "$A" requests { parent: "$A" user_id: "made" member { given_name: "Made" family_name: "Member" email: "made@example.com" login: "made" position: "Clerk" role: ROLE_COLLABORATOR panel: PANEL_BRANDED } locale: "fr" email_confirmed: true } requests { member { given_name: "Other" email: "other@example.com" role: ROLE_EXTERNAL } }"#
    "MemberService/UpdateMember" ANN r#"member { name: "$A/members/max" role: ROLE_ADMINISTRATOR areas: AREA_TECHNICAL technical_scope { listed { entries { product: "$A/products/drive" } } } } update_mask { paths: "role" paths: "areas" paths: "technical_scope" }"#
    "MemberService/DeactivateMember" ANN r#"name: "$A/members/ned""#
    "MemberService/ReactivateMember" ANN r#"name: "$A/members/off""#
    "MemberService/RemoveMember" ANN r#"name: "$A/members/out""#
    "MemberService/LeaveOrganization" LEA r#"name: "$A""#
    "MemberService/ShutOutUser" ANN r#"parent: "$A" user: "users/pip""#
    "MemberService/GetShutOut" ANN r#"name: "$A/shutOuts/pal""#
    "MemberService/ListShutOuts" ANN r#"parent: "$A""#
    "MemberService/LiftShutOut" ANN r#"name: "$A/shutOuts/pal""#
    "MemberService/GetMemberActions" ANN r#"name: "$A/members/bob""#
    "MemberService/GetMemberAccess" ANN r#"name: "$A/members/bob" product_type: "productTypes/kdrive""#
    "MemberService/ReplaceMemberAccess" ANN r#"name: "$A/members/pat" product_type: "productTypes/kdrive" own { products { product: "$A/products/drive" rights { names: "kdrive/use" } } type_rights { kinds: RIGHT_KIND_STATISTICS } future_products { rights { names: "kdrive/use" } } }"#
    "MemberService/ReplaceAllMemberAccess" ANN r#"name: "$A/members/pat" listed { products { product: "$A/products/drive" rights { names: "kdrive/manage" } } product_groups { product_group: "$A/productGroups/site" rights { names: "kdrive/use" } } }"#
    "MemberService/GrantFullAccess" ANN r#"name: "$A/members/pat" acknowledge_all_products: true"#

    "OrganizationService/CreateOrganization" OPERATOR r#"organization_id: "initech" organization { display_name: "Initech" default_panel: PANEL_WHITE_LABEL branding { display_name: "Ini" } } legal_representative: "users/sam""#
    "OrganizationService/GetOrganization" ANN r#"name: "$A""#
    "OrganizationService/ListOrganizations" BOB r#"member: "users/bob""#
    "OrganizationService/UpdateOrganization" ANN r##"organization { name: "$A" display_name: "Acme" default_panel: PANEL_WHITE_LABEL branding { display_name: "Acme" logo_uri: "https://example.com/logo.png" color: "#336699" sender_email: "a@example.com" support_email: "b@example.com" } } update_mask { paths: "display_name" paths: "default_panel" paths: "branding" }"##
    "OrganizationService/GetRoleMatrix" ANN r#""#
    "OrganizationService/SetAdministratorLimit" OPERATOR r#"name: "$A" administrator_limit: 20"#
    "OrganizationService/SetQuotas" OPERATOR r#"name: "$A" quotas { teams: 200 } update_mask { paths: "teams" paths: "grants" }"#
    "OrganizationService/SetBrandingApproval" OPERATOR r#"name: "$A""#
    "OrganizationService/AppointLegalRepresentative" OPERATOR r#"name: "$A" user: "users/sam" note: "the last one left""#

    "PartnerService/GetPartner" ANN r#"name: "partners/acme""#
    "PartnerService/UpdatePartner" ANN r#"partner { name: "partners/acme" contacts { email: "new@partners.example" locale: "fr-CH" } proposed_name: "Acme Agency" } update_mask { paths: "contacts" paths: "proposed_name" }"#
    "PartnerService/EnlistPartner" OPERATOR r#"name: "partners/acme" listed_name: "Acme Agency""#
    "PartnerService/ListPartners" OPERATOR r#""#
    "PartnerService/SearchPartners" ANN r#"parent: "$A" query: "agency""#
    "PartnerService/ListClients" ANN r#"parent: "$A" states: PARTNERSHIP_STATE_ACTIVE"#
    "PartnerService/CreateClientAssignment" ANN r#"parent: "$A" client_assignment_id: "new" client_assignment { client: "organizations/umbrella" assignee: "$A/teams/web" product_rights { listed { kinds: RIGHT_KIND_USAGE } } organization_rights: "view" }"#
    "PartnerService/GetClientAssignment" ANN r#"name: "$A/clientAssignments/one""#
    "PartnerService/ListClientAssignments" ANN r#"parent: "$A" client: "organizations/umbrella""#
    "PartnerService/UpdateClientAssignment" ANN r#"client_assignment { name: "$A/clientAssignments/one" product_rights { listed { kinds: RIGHT_KIND_USAGE } } organization_rights: "view" } update_mask { paths: "product_rights" paths: "organization_rights" }"#
    "PartnerService/DeleteClientAssignment" ANN r#"name: "$A/clientAssignments/gone""#
    "PartnerService/UnlistPartner" OPERATOR r#"name: "partners/acme""#

    "PartnershipService/ProposePartnership" ANN r#"parent: "$A" partnership_id: "new" partnership { partner: "partners/agency-new" limited { grants { rights { names: "kdrive/manage" } scope { listed { entries { product: "$A/products/drive" } } } } } expire_time { seconds: 1768000000 } }"#
    "PartnershipService/GetPartnership" ANN r#"name: "$A/partnerships/full""#
    "PartnershipService/ListPartnerships" ANN r#"parent: "$A" states: PARTNERSHIP_STATE_INVITED states: PARTNERSHIP_STATE_ACTIVE"#
    "PartnershipService/ResendProposal" ANN r#"name: "$A/partnerships/open""#
    "PartnershipService/WithdrawProposal" ANN r#"name: "$A/partnerships/open""#
    "PartnershipService/ViewProposal" ANN r#"token: "$PROPOSAL""#
    "PartnershipService/AcceptProposal" OPERATOR r#"token: "$PROPOSAL""#
    "PartnershipService/RefuseProposal" OPERATOR r#"token: "$DECLINE""#
    "PartnershipService/ChangeMandate" ANN r#"name: "$A/partnerships/full" limited { grants { rights { kinds: RIGHT_KIND_USAGE } scope { listed { entries { product_group: "$A/productGroups/site" } } } } }"#
    "PartnershipService/SwitchWallet" ANN r#"name: "$A/partnerships/wallet" wallet_entrusted: true"#
    "PartnershipService/ListMadeThings" ANN r#"parent: "$A/partnerships/full""#
    "PartnershipService/TakeBackMadeThings" ANN r#"name: "$A/partnerships/full" things { team: "$A/teams/made-one" } things { team_place { team: "$A/teams/made-two" member: "$A/members/carl" } } things { tag { product: "$A/products/shop" tag: "made" } } things { group_entry { product_group: "$A/productGroups/spare" product: "$A/products/shop" } } note: "not ours""#
    "PartnershipService/TerminatePartnership" ANN r#"name: "$A/partnerships/wallet" note: "it is over" remove_partner_members: true take_back_all: true"#

    "PlatformService/GetPlatformSettings" OPERATOR r#"name: "platform/settings""#
    "PlatformService/UpdatePlatformSettings" OPERATOR r#"settings { name: "platform/settings" default_administrator_limit: 30 default_administrator_areas: AREA_FINANCIAL } update_mask { paths: "default_administrator_limit" paths: "default_administrator_areas" }"#
    "PlatformService/ListOperators" OPERATOR r#""#

    "ProductService/CreateProduct" OPERATOR r#"parent: "$A" product_id: "new" product { product_type: "productTypes/kdrive" display_name: "New" tags: "client" product_groups: "$A/productGroups/site" }"#
    "ProductService/BatchCreateProducts" OPERATOR r#"parent: "$A" requests { parent: "$A" product_id: "batch" product { product_type: "productTypes/kdrive" display_name: "Batch" tags: "client" product_groups: "$A/productGroups/site" } } requests { product { product_type: "productTypes/kdrive" display_name: "Another" } }"#
    "ProductService/GetProduct" ANN r#"name: "$A/products/drive""#
    "ProductService/ListProducts" ANN r#"parent: "$A" product_type: "productTypes/kdrive" tag: "client" product_group: "$A/productGroups/site""#
    "ProductService/UpdateProduct" ANN r#"product { name: "$A/products/drive" display_name: "Drive" } update_mask { paths: "display_name" }"#
    "ProductService/DeleteProduct" OPERATOR r#"name: "$A/products/gone""#
    "ProductService/AddProductTags" ANN r#"name: "$A/products/drive" tags: "client-smith""#
    "ProductService/RemoveProductTags" ANN r#"name: "$A/products/drive" tags: "client""#
    "ProductService/CreateProductGroup" ANN r#"parent: "$A" product_group_id: "new" product_group { display_name: "New" }"#
    "ProductService/GetProductGroup" ANN r#"name: "$A/productGroups/site""#
    "ProductService/ListProductGroups" ANN r#"parent: "$A""#
    "ProductService/UpdateProductGroup" ANN r#"product_group { name: "$A/productGroups/site" display_name: "The site" } update_mask { paths: "display_name" }"#
    "ProductService/DeleteProductGroup" ANN r#"name: "$A/productGroups/gone""#
    "ProductService/AddProductsToGroup" ANN r#"name: "$A/productGroups/site" products: "$A/products/www""#
    "ProductService/RemoveProductsFromGroup" ANN r#"name: "$A/productGroups/site" products: "$A/products/drive""#

    "ServiceAccountService/CreateServiceAccount" OPERATOR r#"service_account_id: "new" service_account { display_name: "New" scopes { scope: "read" organizations { organizations: "$A" } } }"#
    "ServiceAccountService/GetServiceAccount" OPERATOR r#"name: "serviceAccounts/panel""#
    "ServiceAccountService/ListServiceAccounts" OPERATOR r#""#
    "ServiceAccountService/UpdateServiceAccount" OPERATOR r#"service_account { name: "serviceAccounts/panel" display_name: "Panel" scopes { scope: "read" all_organizations {} } } update_mask { paths: "display_name" paths: "scopes" }"#
    "ServiceAccountService/CreateKey" OPERATOR r#"parent: "serviceAccounts/panel" key { expire_time { seconds: 1798761600 } }"#
    "ServiceAccountService/ListKeys" OPERATOR r#"parent: "serviceAccounts/panel""#
    "ServiceAccountService/RevokeKey" OPERATOR r#"name: "$KEY""#
    "ServiceAccountService/DeleteServiceAccount" OPERATOR r#"name: "serviceAccounts/panel""#

    "TeamService/CreateTeam" ANN r#"parent: "$A" team_id: "new" team { display_name: "New" }"#
    "TeamService/GetTeam" ANN r#"name: "$A/teams/web""#
    "TeamService/ListTeams" ANN r#"parent: "$A" member: "$A/members/bob""#
    "TeamService/ListTeamMembers" ANN r#"parent: "$A/teams/spare""#
    "TeamService/UpdateTeam" ANN r#"team { name: "$A/teams/web" display_name: "Webmasters" } update_mask { paths: "display_name" }"#
    "TeamService/DeleteTeam" ANN r#"name: "$A/teams/gone""#
    "TeamService/AddTeamMembers" ANN r#"name: "$A/teams/web" members: "$A/members/pat""#
    "TeamService/RemoveTeamMembers" ANN r#"name: "$A/teams/web" members: "$A/members/bob""#

    "UserService/RegisterUser" OPERATOR r#"user_id: "reg" organization_id: "reg-own" organization_display_name: "Reg" user { given_name: "Reg" family_name: "Istered" email: "reg@example.com" login: "reg" position: "Clerk" locale: "fr" }"#
    "UserService/GetUser" BOB r#"name: "users/bob""#
    "UserService/FindUser" BOB r#"email: "bob@example.com""#
    "UserService/FindClaims" OPERATOR r#"email: "bob@example.com""#
    "UserService/UpdateUser" BOB r#"user { name: "users/bob" given_name: "Bobby" family_name: "Tables" email: "bobby@example.com" login: "bobby" position: "Clerk" locale: "fr" } update_mask { paths: "given_name" paths: "family_name" paths: "email" paths: "login" paths: "position" paths: "locale" }"#
    "UserService/ConfirmEmail" CARL r#"token: "$CONFIRM""#
    "UserService/DeactivateUser" OPERATOR r#"name: "users/bob""#
    "UserService/ReactivateUser" OPERATOR r#"name: "users/bob""#
    "UserService/EraseUser" OPERATOR r#"name: "users/bob""#
    "OrganizationService/SetChangePolicy" OPERATOR r#"name: "$A" change_policy: CHANGE_POLICY_BY_REQUEST"#
};

const BOB: Sender = Some("bob");
const CARL: Sender = Some("carl");
const LEA: Sender = Some("lea");

#[test]
fn every_rpc_has_a_good_request() {
    let mut written: Vec<_> = GOOD
        .iter()
        .map(|good| format!("/grantor.v1.{}", good.rpc))
        .collect();
    let mut published: Vec<_> = grantor::METHODS
        .iter()
        .map(|method| method.path.to_owned())
        .collect();
    written.sort();
    published.sort();
    assert_eq!(written, published);
}
