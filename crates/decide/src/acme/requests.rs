//! Sentences about change requests: who asks the operator for what, and what becomes of it.

use domain::{ChangeRequest, ChangeRequestId, Locale, Note};

use super::actor::{Actor, Answer, Done, Made};
use super::make::{self, display_name, email, organization, products, rights, user, within};
use crate::grant_spec::GrantSpec;
use crate::use_cases::change_request::{
    AddChangeRequestComment, ApplyChangeRequest, CancelChangeRequest, ChangeSpec,
    CreateChangeRequest, CreationSpec, MemberSpec, RejectChangeRequest, StartChangeRequest,
};
use crate::use_cases::member::access_etag;
use crate::use_cases::role_spec::RoleName;

/// A new collaborator `ID@example.com`, with nothing.
pub(super) fn creation(id: &str) -> CreationSpec {
    CreationSpec {
        given_name: display_name(id),
        family_name: Some(display_name("Example")),
        email: email(&format!("{id}@example.com")),
        position: Some(display_name("Clerk")),
        locale: Locale::default(),
        role: make::role(RoleName::Collaborator).role,
        grants: Vec::new(),
        teams: Vec::new(),
        lift_shut_out: false,
    }
}

/// A change of a member that asks for nothing yet.
pub(super) fn same_wish() -> MemberSpec {
    MemberSpec {
        member: user("nobody"),
        etag: String::new(),
        role: None,
        add_grants: Vec::new(),
        remove_grants: Vec::new(),
        add_teams: Vec::new(),
        remove_teams: Vec::new(),
    }
}

/// The right to use a kDrive, as a request asks for it.
pub(super) fn kdrive_use(product: &str) -> GrantSpec {
    make::offered(rights(&["kdrive/use"]), products(&[product]))
}

pub(super) fn note(text: &str) -> Note {
    Note::parse(text).expect("a note")
}

pub(super) fn deactivation(_: &str, whom: &str, reason: &str) -> ChangeSpec {
    ChangeSpec::DeactivateMember {
        member: user(whom),
        reason: note(reason),
    }
}

pub(super) fn reactivation(_: &str, whom: &str) -> ChangeSpec {
    ChangeSpec::ReactivateMember { member: user(whom) }
}

fn request_id(name: &str) -> ChangeRequestId {
    ChangeRequestId::parse(within(name).1).expect("an id")
}

impl Actor {
    /// Opens a request; scope `all` is acknowledged.
    pub(super) fn opens(&self, here: &str, spec: ChangeSpec) -> Answer<Made<ChangeRequest>> {
        let command = CreateChangeRequest {
            organization: organization(here),
            id: None,
            spec,
            note: Some(note("Please.")),
        };
        Ok(self.does("CreateChangeRequest", &command)?.saved())
    }

    /// Opens a request for a new user.
    pub(super) fn asks_for_user(
        &self,
        here: &str,
        creation: CreationSpec,
    ) -> Answer<Made<ChangeRequest>> {
        self.opens(here, ChangeSpec::CreateUser(creation))
    }

    /// Opens a request to change a member as they are now.
    pub(super) fn asks_to_change(
        &self,
        here: &str,
        whom: &str,
        change: MemberSpec,
    ) -> Answer<Made<ChangeRequest>> {
        let state = self.world.borrow().view(&organization(here)).organization;
        self.asks_to_change_seen(here, whom, change, access_etag(&state, &user(whom)))
    }

    /// The same, as they were when their access had this etag.
    pub(super) fn asks_to_change_seen(
        &self,
        here: &str,
        whom: &str,
        change: MemberSpec,
        etag: String,
    ) -> Answer<Made<ChangeRequest>> {
        let change = MemberSpec {
            member: user(whom),
            etag,
            ..change
        };
        self.opens(here, ChangeSpec::ChangeMember(change))
    }

    /// Carries a request out; scope `all` is acknowledged.
    pub(super) fn applies(&self, name: &str) -> Answer<Done> {
        self.applies_and(name, true)
    }

    /// The same, acknowledged or not.
    pub(super) fn applies_and(&self, name: &str, acknowledge_all: bool) -> Answer<Done> {
        let command = ApplyChangeRequest {
            organization: within(name).0,
            id: request_id(name),
            etag: None,
            acknowledge_all,
        };
        self.does("ApplyChangeRequest", &command)
    }

    /// Takes it up.
    pub(super) fn starts(&self, name: &str) -> Answer<Done> {
        let command = StartChangeRequest {
            organization: within(name).0,
            id: request_id(name),
            etag: None,
        };
        self.does("StartChangeRequest", &command)
    }

    /// Takes it back.
    pub(super) fn cancels(&self, name: &str) -> Answer<Done> {
        let command = CancelChangeRequest {
            organization: within(name).0,
            id: request_id(name),
            etag: None,
        };
        self.does("CancelChangeRequest", &command)
    }

    pub(super) fn rejects(&self, name: &str, reason: &str) -> Answer<Done> {
        let command = RejectChangeRequest {
            organization: within(name).0,
            id: request_id(name),
            reason: note(reason),
            etag: None,
        };
        self.does("RejectChangeRequest", &command)
    }

    pub(super) fn comments(&self, name: &str, text: &str) -> Answer<Done> {
        let command = AddChangeRequestComment {
            organization: within(name).0,
            id: request_id(name),
            text: note(text),
        };
        self.does("AddChangeRequestComment", &command)
    }
}
