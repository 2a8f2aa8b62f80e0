//! The company in which the rules are tried, in memory: the same as in the tests on the wire, with the same people and
//! the same sentences, for the many cases that need no wire.

mod actions;
mod actor;
mod catalog;
mod made_things;
mod make;
mod members;
mod organizations;
mod partners;
mod people;
mod requests;
mod rules;
mod shut_outs;
mod stage;
mod why;

use domain::{Grant, Scope};

use self::actor::{Actor, Made};
use self::make::{
    administrator, collaborator, legal_representative, products, technician, to_member, to_team,
};
use self::stage::Stage;
use crate::named_rights::NamedRights;
use crate::queries::role_matrix::Area;
use crate::use_cases::invitation::CreateInvitation;

/// The company in which the rules are tried: ann stands for it, and it owns a product of each sort.
pub(crate) struct Acme {
    world: Stage,
    /// Its legal representative.
    ann: Actor,
    drive: String,
    archive: String,
    site: String,
    /// Of the type that another system manages.
    book: String,
}

impl Acme {
    fn new() -> Self {
        let world = Stage::new();
        let ann = world.organization("acme", "ann");
        let make = |id, of| {
            let made = world.operator().creates_product("acme", id, of);
            made.expect("a product")
        };
        Self {
            drive: make("drive", "kdrive"),
            archive: make("archive", "kdrive"),
            site: make("site", "domain"),
            book: make("book", "contacts"),
            ann,
            world,
        }
    }

    /// Invited by ann, and a member from now on.
    fn member(&self, id: &str, invitation: CreateInvitation) -> Actor {
        self.world.member("acme", &self.ann, id, invitation)
    }

    fn bob(&self) -> Actor {
        self.member("bob", collaborator())
    }

    /// An administrator with USER_RIGHTS alone.
    fn una(&self) -> Actor {
        self.member("una", administrator(&[Area::UserRights]))
    }

    /// An administrator with USER_RIGHTS, and TECHNICAL on the drive.
    fn tim(&self) -> Actor {
        self.technician("tim", products(&[&self.drive]))
    }

    /// An administrator with USER_RIGHTS, and TECHNICAL on this scope.
    fn technician(&self, id: &str, scope: Scope) -> Actor {
        self.member(id, technician(scope, &[Area::UserRights]))
    }

    /// An administrator with every area, none narrowed.
    fn ada(&self) -> Actor {
        let all = [
            Area::Financial,
            Area::Security,
            Area::UserRights,
            Area::Technical,
        ];
        self.member("ada", administrator(&all))
    }

    /// A second legal representative.
    fn leo(&self) -> Actor {
        self.member("leo", legal_representative())
    }

    /// Ann gives a member rights.
    fn gives(&self, user: &str, rights: NamedRights, scope: Scope) -> Made<Grant> {
        let grant = to_member("acme", user, rights, scope);
        self.ann.grants_access("acme", grant).expect("given")
    }

    /// A team of ann's that holds rights.
    fn team(&self, id: &str, rights: NamedRights, scope: Scope) -> Made<Grant> {
        self.ann.creates_team("acme", id).expect("a team");
        let grant = to_team("acme", id, rights, scope);
        self.ann.grants_access("acme", grant).expect("given")
    }
}
