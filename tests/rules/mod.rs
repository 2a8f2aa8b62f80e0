//! Who may change what, rule by rule: what each allows, and the ways around it that somebody would try.
//!
//! The cases that need no wire are in `crates/decide/src/acme/rules`, by the same names of files.

mod administrators;
mod agency;
mod around_members;
mod assignments;
mod attack_a1;
mod attack_a10;
mod attack_a10_requests;
mod attack_a11;
mod attack_a12;
mod attack_a1_honest;
mod attack_a4;
mod attack_a5;
mod attack_a5_ends;
mod attack_a6;
mod attack_a7;
mod attack_a8;
mod attack_c1_quotas;
mod attack_c1_sizes;
mod attack_c6;
mod attack_c6_look;
mod attack_c6_names;
mod attack_d3;
mod attack_d4;
mod attack_d5;
mod change_request_rules;
mod change_request_states;
mod change_request_users;
mod change_request_work;
mod change_requests;
mod claims;
mod claims_links;
mod claims_made;
mod deleting;
mod endings;
mod giving;
mod grant_uses;
mod indirect_delegation;
mod invitations;
mod last_representative;
mod last_who_can_act;
mod limit;
mod links;
mod mandates;
mod new_members;
mod new_products;
mod operators;
mod panel;
mod partner_lent;
mod partner_staff;
mod partners;
mod people;
mod policy;
mod resending;
mod saving;
mod saving_all;
mod service_reach;
mod services;
mod settings;
mod shut_out;
mod shut_out_lifting;
mod shut_out_requests;
mod start_page;
mod typed;
mod upper_roles;
mod watching;
mod widening;

use grantor::v1;
use v1::Area;

use crate::harness::{
    Actor, Beginning, World, administrator, collaborator, legal_representative, products,
    technician, to_member,
};

/// The company in which the rules are tried: ann stands for it, and it owns a product of each sort.
pub(crate) struct Acme {
    pub(crate) world: World,
    /// Its legal representative.
    pub(crate) ann: Actor,
    /// A kdrive.
    pub(crate) drive: String,
    /// Another kdrive.
    pub(crate) archive: String,
    /// A domain.
    pub(crate) site: String,
    /// Of the type that another system manages.
    pub(crate) book: String,
}

static ACME: Beginning<()> = Beginning::new();

async fn begins() -> (World, ()) {
    let (world, _) = World::acme().await;
    for (id, product_type) in [
        ("drive", "kdrive"),
        ("archive", "kdrive"),
        ("site", "domain"),
        ("book", "contacts"),
    ] {
        let operator = world.operator();
        let made = operator.creates_product("acme", id, product_type).await;
        made.expect("a product");
    }
    (world, ())
}

impl Acme {
    pub(crate) async fn new() -> Self {
        Self::of(ACME.copied(begins).await.0)
    }

    /// In a world that began with it.
    fn of(world: World) -> Self {
        let product = |id: &str| format!("organizations/acme/products/{id}");
        Self {
            ann: world.acting("ann"),
            world,
            drive: product("drive"),
            archive: product("archive"),
            site: product("site"),
            book: product("book"),
        }
    }

    /// Invited by ann, and a member from now on.
    pub(crate) async fn member(&self, id: &str, invitation: v1::Invitation) -> Actor {
        self.world.member("acme", &self.ann, id, invitation).await
    }

    /// A collaborator.
    pub(crate) async fn bob(&self) -> Actor {
        self.member("bob", collaborator()).await
    }

    /// An administrator with USER_RIGHTS alone.
    pub(crate) async fn una(&self) -> Actor {
        self.member("una", administrator(&[Area::UserRights])).await
    }

    /// An administrator with USER_RIGHTS, and TECHNICAL on the drive.
    pub(crate) async fn tim(&self) -> Actor {
        self.technician("tim", products(&[&self.drive])).await
    }

    /// An administrator with USER_RIGHTS, and TECHNICAL on this scope.
    pub(crate) async fn technician(&self, id: &str, scope: v1::Scope) -> Actor {
        self.member(id, technician(scope, &[Area::UserRights]))
            .await
    }

    /// An administrator with every area, none narrowed.
    pub(crate) async fn ada(&self) -> Actor {
        let all = [
            Area::Financial,
            Area::Security,
            Area::UserRights,
            Area::Technical,
        ];
        self.member("ada", administrator(&all)).await
    }

    /// A second legal representative.
    pub(crate) async fn leo(&self) -> Actor {
        self.member("leo", legal_representative()).await
    }

    /// Ann gives a member rights.
    pub(crate) async fn gives(
        &self,
        user: &str,
        rights: v1::Rights,
        scope: v1::Scope,
    ) -> v1::Grant {
        self.ann
            .grants_access("acme", to_member("acme", user, rights, scope))
            .await
            .expect("given")
    }

    /// A team of ann's that holds rights.
    pub(crate) async fn team(&self, id: &str, rights: v1::Rights, scope: v1::Scope) -> v1::Grant {
        self.ann.creates_team("acme", id).await.expect("a team");
        let grant = crate::harness::to_team("acme", id, rights, scope);
        self.ann.grants_access("acme", grant).await.expect("given")
    }
}

/// A user of the platform who is named an operator.
pub(crate) async fn named_operator(acme: &Acme, id: &str) -> Actor {
    let person = acme.world.user(id).await;
    let id = domain::UserId::parse(id).expect("an id");
    acme.world.names_operator(domain::Operator::User(id)).await;
    person
}

/// Ann asks to stop bob.
pub(crate) async fn stop_bob(acme: &Acme) -> grantor::v1::ChangeRequest {
    let stop = crate::harness::deactivation("acme", "bob", "Left.");
    acme.ann.opens("acme", stop).await.expect("opened")
}

/// What all of them answer who try at once.
pub(crate) async fn at_once<T: Send + 'static>(
    tries: impl Iterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let tasks: Vec<_> = tries.map(tokio::spawn).collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.expect("an answer"));
    }
    answers
}
