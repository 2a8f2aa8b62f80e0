//! What partners and their clients do, as sentences.

use domain::{
    Assignee, AssignmentId, ClientAssignment, Kinds, LeftProductRights, Locale, OrganizationRight,
    Partnership, PartnershipId, RightKind, Scope, Subject, Timestamp,
};

use super::actor::{Actor, Answer, Done, Made};
use super::make::{self, display_name, email, organization, team, user, within};
use super::stage::Stage;
use crate::grant_spec::GrantSpec;
use crate::named_rights::NamedRights;
use crate::use_cases::client_assignment::{
    CreateClientAssignment, DeleteClientAssignment, UpdateClientAssignment,
};
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::NewGrant;
use crate::use_cases::invitation::Proof;
use crate::use_cases::partner::{EnlistPartner, NewContact, UnlistPartner, UpdatePartner};
use crate::use_cases::partnership::{
    AcceptProposal, ChangeMandate, ProposePartnership, RefuseProposal, ResendProposal,
    SwitchWallet, TerminatePartnership, Terms, WithdrawProposal,
};

/// What a proposal gives: these grants.
pub(super) fn limited(grants: Vec<GrantSpec>) -> Terms {
    Terms::Limited(grants)
}

/// What a proposal gives: everything, and the wallet or not.
pub(super) fn full(wallet_entrusted: bool) -> Terms {
    Terms::Full { wallet_entrusted }
}

/// A grant to a partnership.
pub(super) fn to_partnership(name: &str, rights: NamedRights, scope: Scope) -> NewGrant {
    NewGrant {
        subject: Subject::Partnership(partnership_id(name)),
        ..make::to_member("acme", "nobody", rights, scope)
    }
}

/// An assignment of a client to somebody of the partner that leaves everything on products, and these rights.
pub(super) fn assignment(client: &str, assignee: &str, rights: &[&str]) -> CreateClientAssignment {
    let (here, id) = within(assignee);
    let assignee = if assignee.contains("/teams/") {
        Assignee::Team(team(id))
    } else {
        Assignee::Member(user(id))
    };
    CreateClientAssignment {
        organization: here,
        id: None,
        client: organization(client),
        assignee,
        product_rights: LeftProductRights::All,
        organization_rights: organization_rights(rights),
    }
}

/// The rights on products that an assignment leaves: those of these kinds.
pub(super) fn product_rights(kinds: &[RightKind]) -> LeftProductRights {
    LeftProductRights::Only(kinds.iter().copied().collect::<Kinds>())
}

/// The rights on the client that an assignment leaves.
pub(super) fn organization_rights(names: &[&str]) -> Vec<OrganizationRight> {
    let right = |name: &&str| OrganizationRight::parse(name).expect("a right");
    let mut rights: Vec<_> = names.iter().map(right).collect();
    rights.sort();
    rights
}

/// An update of an assignment that changes nothing yet.
pub(super) fn same_assignment(made: &Made<ClientAssignment>) -> UpdateClientAssignment {
    UpdateClientAssignment {
        organization: within(&made.name).0,
        id: made.id.clone(),
        product_rights: Edit::Keep,
        organization_rights: Edit::Keep,
        etag: None,
    }
}

/// The assignment, now leaving these rights on the client.
pub(super) fn leaving(made: &Made<ClientAssignment>, rights: &[&str]) -> UpdateClientAssignment {
    UpdateClientAssignment {
        organization_rights: Edit::Set(organization_rights(rights)),
        ..same_assignment(made)
    }
}

fn partnership_id(name: &str) -> PartnershipId {
    PartnershipId::parse(within(name).1).expect("an id")
}

impl Stage {
    /// An organization with a new legal representative that is listed as a partner under its id.
    pub(super) fn partner(&self, id: &str, legal_representative: &str) -> Actor {
        let representative = self.organization(id, legal_representative);
        representative.offers_to_manage(id).expect("an entry");
        self.operator().enlists(id).expect("listed");
        representative
    }

    /// A partnership that the client's representative proposes, and the partner's accepts.
    pub(super) fn partnership(
        &self,
        (client, by): (&str, &Actor),
        (partner, accepting): (&str, &Actor),
        access: Terms,
    ) -> Made<Partnership> {
        let proposal = by.proposes(client, partner, access).expect("proposed");
        let accepted = accepting.accepts_proposal(&proposal.name);
        accepted.expect("accepted")
    }
}

/// The directory, and who serves which client.
impl Actor {
    /// Makes the directory entry.
    pub(super) fn offers_to_manage(&self, id: &str) -> Answer<Done> {
        let contact = NewContact {
            email: email(&format!("{id}@partners.example")),
            locale: Locale::default(),
        };
        let command = UpdatePartner {
            organization: organization(id),
            contacts: Edit::Set(vec![contact]),
            proposed_name: Edit::Keep,
            allow_missing: true,
            etag: None,
        };
        self.does("UpdatePartner", &command)
    }

    pub(super) fn enlists(&self, id: &str) -> Answer<Done> {
        let command = EnlistPartner {
            organization: organization(id),
            listed_name: display_name(id),
            etag: None,
        };
        self.does("EnlistPartner", &command)
    }

    pub(super) fn unlists(&self, id: &str) -> Answer<Done> {
        let command = UnlistPartner {
            organization: organization(id),
            etag: None,
        };
        self.does("UnlistPartner", &command)
    }

    /// Assigns a client inside the partner.
    pub(super) fn assigns(
        &self,
        partner: &str,
        assignment: CreateClientAssignment,
    ) -> Answer<Made<ClientAssignment>> {
        let command = CreateClientAssignment {
            organization: organization(partner),
            ..assignment
        };
        Ok(self.does("CreateClientAssignment", &command)?.saved())
    }

    /// Changes what an assignment leaves.
    pub(super) fn reassigns(&self, update: UpdateClientAssignment) -> Answer<Done> {
        self.does("UpdateClientAssignment", &update)
    }

    pub(super) fn unassigns(&self, name: &str) -> Answer<Done> {
        let (organization, id) = within(name);
        let command = DeleteClientAssignment {
            organization,
            id: AssignmentId::parse(id).expect("an id"),
            etag: None,
        };
        self.does("DeleteClientAssignment", &command)
    }
}

impl Actor {
    pub(super) fn proposes(
        &self,
        client: &str,
        partner: &str,
        access: Terms,
    ) -> Answer<Made<Partnership>> {
        self.proposes_until(client, partner, access, None)
    }

    /// The same, to be answered until then.
    pub(super) fn proposes_until(
        &self,
        client: &str,
        partner: &str,
        terms: Terms,
        expire_time: Option<Timestamp>,
    ) -> Answer<Made<Partnership>> {
        let command = ProposePartnership {
            organization: organization(client),
            id: None,
            partner: organization(partner),
            terms,
            expire_time,
        };
        Ok(self.does("ProposePartnership", &command)?.saved())
    }

    pub(super) fn proposes_again(&self, name: &str) -> Answer<Made<Partnership>> {
        let command = ResendProposal {
            organization: within(name).0,
            id: partnership_id(name),
            expire_time: None,
            etag: None,
        };
        Ok(self.does("ResendProposal", &command)?.saved())
    }

    pub(super) fn withdraws_proposal(&self, name: &str) -> Answer<Made<Partnership>> {
        let command = WithdrawProposal {
            organization: within(name).0,
            id: partnership_id(name),
            etag: None,
        };
        Ok(self.does("WithdrawProposal", &command)?.saved())
    }

    /// Accepts a proposal signed in.
    pub(super) fn accepts_proposal(&self, name: &str) -> Answer<Made<Partnership>> {
        let command = AcceptProposal {
            client: within(name).0,
            partnership: partnership_id(name),
            proof: Proof::SignedIn,
        };
        Ok(self.does("AcceptProposal", &command)?.saved())
    }

    /// Refuses a proposal signed in.
    pub(super) fn refuses_proposal(&self, name: &str) -> Answer<Made<Partnership>> {
        let command = RefuseProposal {
            client: within(name).0,
            partnership: partnership_id(name),
            proof: Proof::SignedIn,
        };
        Ok(self.does("RefuseProposal", &command)?.saved())
    }

    pub(super) fn changes_mandate(&self, name: &str, terms: Terms) -> Answer<Done> {
        let command = ChangeMandate {
            organization: within(name).0,
            id: partnership_id(name),
            terms,
            etag: None,
        };
        self.does("ChangeMandate", &command)
    }

    pub(super) fn switches_wallet(&self, name: &str, wallet_entrusted: bool) -> Answer<Done> {
        let command = SwitchWallet {
            organization: within(name).0,
            id: partnership_id(name),
            wallet_entrusted,
            etag: None,
        };
        self.does("SwitchWallet", &command)
    }

    /// Ends a partnership; PARTNER members stay as EXTERNAL.
    pub(super) fn ends(&self, name: &str) -> Answer<Done> {
        self.ends_and(name, false)
    }

    /// Ends a partnership, and removes PARTNER members or not.
    pub(super) fn ends_and(&self, name: &str, remove_partner_members: bool) -> Answer<Done> {
        let command = TerminatePartnership {
            client: within(name).0,
            id: partnership_id(name),
            note: None,
            remove_partner_members,
            take_back_all: false,
            etag: None,
        };
        self.does("TerminatePartnership", &command)
    }
}

impl Done {
    /// What the staff of a partnership that ended had made and stays, by name.
    pub(super) fn made_by_staff(&self) -> Vec<String> {
        let home = &self.change().home;
        let made = self.change().outcome.made_by_staff.iter();
        made.map(|name| name.resource_name(home)).collect()
    }
}
