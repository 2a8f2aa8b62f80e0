//! Partners in few words: another organization, its people, what acme entrusts it with, and who exercises that.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{OrganizationState, View};
use domain::{
    AccessLevel, Areas, Assignee, AssignmentId, ClientAssignment, Grant, LeftProductRights, Member,
    MemberState, OrganizationId, OrganizationRight, PartnerTies, Partnership, PartnershipId,
    PartnershipState, Record, RightKind, Role, Scope, Side, TeamId, Timestamp,
};

use crate::facts::*;

pub(crate) const FULL: AccessLevel = AccessLevel::Full {
    wallet_entrusted: false,
};
pub(crate) const WALLET: AccessLevel = AccessLevel::Full {
    wallet_entrusted: true,
};
pub(crate) const LIMITED: AccessLevel = AccessLevel::Limited;

/// What other organizations hold.
pub(crate) type Others = BTreeMap<OrganizationId, Vec<Record>>;

pub(crate) fn home(id: &str) -> OrganizationId {
    OrganizationId::parse(id).unwrap()
}

pub(crate) fn partnership_id(id: &str) -> PartnershipId {
    PartnershipId::parse(id).unwrap()
}

/// Active.
pub(crate) fn partnership(id: &str, partner: &str, access: AccessLevel) -> Partnership {
    Partnership {
        id: partnership_id(id),
        partner: home(partner),
        partner_revision: 0,
        access,
        offered: vec![],
        sender: grant("n", "ann", domain::Rights::All, "all").granted_by,
        salt: String::new(),
        resent: vec![],
        expire_time: Timestamp(100),
        state: PartnershipState::Active {
            since: Timestamp(-100),
        },
        stamp: stamp(1),
    }
}

pub(crate) fn invited(partnership: Partnership) -> Partnership {
    let state = PartnershipState::Invited;
    Partnership {
        state,
        ..partnership
    }
}

pub(crate) fn ended(partnership: Partnership) -> Partnership {
    let state = PartnershipState::Terminated {
        at: Timestamp(-1),
        by: Side::Client,
    };
    Partnership {
        state,
        ..partnership
    }
}

/// To a member or to `team:id` of the partner, for acme in its partnership `m`.
pub(crate) fn assignment(
    id: &str,
    assignee: &str,
    product_rights: LeftProductRights,
    organization_rights: &[OrganizationRight],
) -> ClientAssignment {
    let mut organization_rights = organization_rights.to_vec();
    organization_rights.sort_unstable();
    ClientAssignment {
        id: AssignmentId::parse(id).unwrap(),
        client: acme(),
        partnership: partnership_id("m"),
        assignee: match assignee.strip_prefix("team:") {
            Some(team) => Assignee::Team(TeamId::parse(team).unwrap()),
            None => Assignee::Member(user(assignee)),
        },
        product_rights,
        organization_rights,
        client_revision: 1,
        stamp: stamp(1),
    }
}

pub(crate) fn only(kinds: &[RightKind]) -> LeftProductRights {
    LeftProductRights::Only(kinds.iter().copied().collect())
}

/// Leaves all rights on products and all that a full partner has on the organization, the wallet too.
pub(crate) fn everything(id: &str, assignee: &str) -> ClientAssignment {
    assignment(
        id,
        assignee,
        LeftProductRights::All,
        &OrganizationRight::ALL,
    )
}

/// Given to a member while these made them a PARTNER.
pub(crate) fn lent(grant: Grant, by: &[&str]) -> Grant {
    let by = by.iter().map(|id| partnership_id(id)).collect();
    Grant {
        ties: PartnerTies::new(by, vec![]),
        ..grant
    }
}

pub(crate) fn asleep(id: &str, role: Role) -> Member {
    Member {
        state: MemberState::Deactivated,
        ..member(id, role)
    }
}

/// The view with these organizations at hand.
pub(crate) fn among(view: View, others: &Others) -> View {
    let state = |(id, records): (&OrganizationId, &Vec<Record>)| {
        let records = records.iter().cloned();
        (id.clone(), Arc::new(OrganizationState::load(1, records)))
    };
    View {
        others: others.iter().map(state).collect(),
        ..view
    }
}

/// One of each role: pam LEGAL_REPRESENTATIVE; tim, fay, tina, nora ADMINISTRATORs with TECHNICAL, with FINANCIAL as
/// well, with TECHNICAL narrowed, and without; cal and cora COLLABORATORs, cora in team desk; xena EXTERNAL.
pub(crate) fn agency() -> Vec<Record> {
    let rich = Areas {
        financial: true,
        technical: Some(Scope::All),
        ..Areas::default()
    };
    vec![
        Record::Organization(organization(&home("agency"))),
        Record::Member(member("pam", Role::LegalRepresentative)),
        Record::Member(member("tim", administrator(Some(Scope::All)))),
        Record::Member(member("fay", Role::Administrator(rich))),
        Record::Member(member("tina", administrator(Some(scope("tag:x"))))),
        Record::Member(member("nora", administrator(None))),
        Record::Member(member("cal", Role::Collaborator)),
        Record::Member(member("cora", Role::Collaborator)),
        Record::Member(member("xena", Role::External)),
        Record::Team(team("desk", &["cora"])),
    ]
}

/// Acme with these nouns, and the agency with those.
pub(crate) fn beside_agency(
    acme: impl IntoIterator<Item = Record>,
    more: impl IntoIterator<Item = Record>,
) -> View {
    let mut records = agency();
    records.extend(more);
    let others = Others::from([(home("agency"), records)]);
    among(view_with(acme), &others)
}

/// Acme has the agency as its partner `m`, active, with these nouns; the agency assigns so.
pub(crate) fn entrusted(
    access: AccessLevel,
    acme: impl IntoIterator<Item = Record>,
    assignments: impl IntoIterator<Item = ClientAssignment>,
) -> View {
    let partnership = Record::Partnership(partnership("m", "agency", access));
    let acme = acme.into_iter().chain([partnership]);
    let assignments = assignments.into_iter().map(Record::ClientAssignment);
    beside_agency(acme, assignments)
}
