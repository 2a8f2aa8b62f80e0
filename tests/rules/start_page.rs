//! Where may somebody do anything at all: listed is exactly where CheckAccess allows something, and nobody hears of more.

use domain::OrganizationRight;
use grantor::v1;
use v1::{Area, RightKind, Role};

use crate::harness::*;

const HISTORY_BROKEN: Why = (tonic::Code::DataLoss, "HISTORY_BROKEN");
const STEPS: usize = 60;
const PEOPLE: [&str; 5] = ["uma", "vic", "wes", "pia", "pol"];
const CLIENTS: [&str; 2] = ["acme", "bright"];
/// Each with who stands for it.
const PARTNERS: [(&str, &str); 2] = [("agency", "pia"), ("bureau", "pol")];
const ALL: [(&str, &str); 4] = [
    ("acme", "ann"),
    ("bright", "ben"),
    ("agency", "pia"),
    ("bureau", "pol"),
];

/// Clients and partners, each with a product, and people who are in none of them yet.
async fn companies() -> (World, ()) {
    let world = World::new().await;
    for (client, representative) in &ALL[..2] {
        world.organization(client, representative).await;
    }
    for (partner, representative) in PARTNERS {
        world.partner(partner, representative).await;
    }
    let operator = world.operator();
    for (organization, _) in ALL {
        let made = operator.creates_product(organization, "drive", "kdrive");
        made.await.expect("a product");
    }
    for person in &PEOPLE[..3] {
        world.user(person).await;
    }
    (world, ())
}

static COMPANIES: Beginning<()> = Beginning::new();

/// What happens between companies and people by chance; what is refused for good reasons does not happen.
struct Chance {
    world: World,
    dice: Dice,
}

impl Chance {
    async fn step(&mut self) {
        let (organization, by) = ALL[self.dice.roll(ALL.len())];
        let ann = self.world.acting(by);
        let someone = self.dice.one(&PEOPLE);
        match self.dice.roll(10) {
            0..=2 => self.joins(organization, &ann, someone).await,
            3 | 4 => self.partnership().await,
            5 => self.assigns(someone).await,
            6 => drop(ann.deactivates_member(organization, someone).await),
            7 => match self.dice.roll(3) {
                0 => drop(ann.removes_member(organization, someone).await),
                1 => drop(ann.shuts_out(organization, someone).await),
                _ => drop(ann.lifts(organization, someone).await),
            },
            8 => match self.dice.roll(3) {
                0 => drop(self.world.operator().deactivates_user(someone).await),
                _ => drop(self.world.operator().reactivates_user(someone).await),
            },
            _ => self.grants(organization, &ann, someone).await,
        }
    }

    async fn joins(&mut self, organization: &str, by: &Actor, someone: &str) {
        let role = match self.dice.roll(4) {
            0 => collaborator(),
            1 => external(),
            2 => technician(all(), &[]),
            _ => administrator(&[Area::Financial]),
        };
        let role = v1::Invitation {
            email: format!("{someone}@example.com"),
            ..role
        };
        if let Ok(open) = by.invites(organization, role).await {
            drop(self.world.acting(someone).accepts(&open.name).await);
        }
    }

    /// One begins, or one ends.
    async fn partnership(&mut self) {
        let client = self.dice.one(&CLIENTS);
        let (partner, accepting) = PARTNERS[self.dice.roll(PARTNERS.len())];
        let by = ALL.iter().find(|(id, _)| *id == client).expect("one").1;
        let by = self.world.acting(by);
        let drive = format!("organizations/{client}/products/drive");
        let access = match self.dice.roll(2) {
            0 => full(self.dice.roll(2) == 0),
            _ => limited(vec![offered(rights(&["kdrive/use"]), products(&[&drive]))]),
        };
        match by.proposes(client, partner, access).await {
            Ok(open) => {
                let accepting = self.world.acting(accepting);
                drop(accepting.accepts_proposal(&open.name).await);
            }
            Err(_) if self.dice.roll(3) == 0 => {
                for active in by.sees_partnerships(client).await.unwrap_or_default() {
                    drop(by.ends_and(&active.name, false).await);
                }
            }
            Err(_) => {}
        }
    }

    /// All on products or nothing of it, and no right on the client, the least, or the most.
    async fn assigns(&mut self, someone: &str) {
        let client = self.dice.one(&CLIENTS);
        let (partner, by) = PARTNERS[self.dice.roll(PARTNERS.len())];
        let left = [&[][..], &["view"], &["manage_users"]][self.dice.roll(3)];
        let to = format!("organizations/{partner}/members/{someone}");
        let mut assigned = assignment(client, &to, left);
        match self.dice.roll(3) {
            0 => assigned.product_rights = product_rights(&[]),
            1 => assigned.product_rights = product_rights(&[RightKind::Usage]),
            _ => {}
        }
        drop(self.world.acting(by).assigns(partner, assigned).await);
    }

    async fn grants(&mut self, organization: &str, by: &Actor, someone: &str) {
        let drive = format!("organizations/{organization}/products/drive");
        let given = to_member(
            organization,
            someone,
            rights(&["kdrive/use"]),
            products(&[&drive]),
        );
        drop(by.grants_access(organization, given).await);
        let role = [Role::External, Role::Collaborator][self.dice.roll(2)];
        drop(by.changes_role(organization, someone, role).await);
    }

    /// Where something is allowed, by asking about everything.
    async fn expected(&self, someone: &str) -> Vec<String> {
        let own = format!("{someone}-own");
        let mut organizations: Vec<_> = ALL.iter().map(|(id, _)| *id).chain([&*own]).collect();
        organizations.sort_unstable();
        let mut expected = Vec::new();
        for organization in organizations {
            if self
                .world
                .operator()
                .sees_organization(organization)
                .await
                .is_err()
            {
                continue;
            }
            let name = format!("organizations/{organization}");
            let drive = format!("{name}/products/drive");
            let here = OrganizationRight::ALL.map(|right| (someone, right.name(), &*name));
            let there = [
                "use",
                "manage",
                "technical",
                "statistics",
                "contact_support",
            ];
            let there = there.map(|right| (someone, right, &*drive));
            let mut questions = here.to_vec();
            questions.extend(there.iter().filter(|_| organization != own));
            let results = self.world.operator().asks_at_once(&questions).await;
            if results.expect("answered").iter().any(is_allowed) {
                expected.push(name);
            }
        }
        expected
    }
}

fn is_allowed(result: &v1::AccessResult) -> bool {
    match result.result.as_ref().expect("one of them") {
        v1::access_result::Result::Answer(answer) => answer.decision() == v1::Decision::Allowed,
        v1::access_result::Result::Error(error) => panic!("{error:?}"),
    }
}

fn names(listed: &[v1::AccessibleOrganization]) -> Vec<String> {
    listed.iter().map(|it| it.organization.clone()).collect()
}

#[tokio::test]
async fn an_organization_is_listed_exactly_where_something_is_allowed() {
    for seed in [1, 2, 3] {
        let (world, ()) = COMPANIES.copied(companies).await;
        let operator = world.operator();
        let mut chance = Chance {
            world,
            dice: Dice::of(seed),
        };
        let mut listed = 0;
        for step in 0..STEPS {
            chance.step().await;
            if step % 6 != 5 {
                continue;
            }
            for someone in PEOPLE.iter().chain(["ann", "nobody"].iter()) {
                let expected = chance.expected(someone).await;
                for size in [1, 2, 100] {
                    let answer = operator.lists_accessible_organizations(someone, size).await;
                    let answer = answer.expect("listed");
                    assert_eq!(names(&answer), expected, "{someone} by {size}, seed {seed}");
                }
                listed += expected.len();
            }
        }
        assert!(listed > 50, "only {listed} were listed");
    }
}

/// The agency manages acme in full and bright by a grant that ends in an hour; cleo has acme's, of bright only what it gives
/// on products.
async fn managed() -> (World, ()) {
    let (world, ()) = COMPANIES.copied(companies).await;
    let (ann, ben, pia) = (
        world.acting("ann"),
        world.acting("ben"),
        world.acting("pia"),
    );
    world.member("agency", &pia, "cleo", collaborator()).await;
    let (of_ann, of_pia) = (("acme", &ann), ("agency", &pia));
    world.partnership(of_ann, of_pia, full(false)).await;
    let ends = v1::OfferedGrant {
        expire_time: Some(world.later(3600)),
        ..offered(rights(&["kdrive/use"]), of_type("kdrive"))
    };
    let ends = limited(vec![ends]);
    world.partnership(("bright", &ben), of_pia, ends).await;
    let cleo = "organizations/agency/members/cleo";
    for (client, left) in [("acme", &["manage_users"][..]), ("bright", &[])] {
        let assigned = pia.assigns("agency", assignment(client, cleo, left)).await;
        assigned.expect("assigned");
    }
    (world, ())
}

static MANAGED: Beginning<()> = Beginning::new();

#[tokio::test]
async fn it_says_as_what_through_whom_and_until_when() {
    let (world, ()) = MANAGED.copied(managed).await;
    let listed = world
        .acting("cleo")
        .lists_accessible_organizations("cleo", 1)
        .await;
    let listed = listed.expect("listed");
    let said: Vec<_> = listed
        .iter()
        .map(|it| {
            let partners = it.partnerships.iter().map(|it| it.partner.as_str());
            let partners: Vec<_> = partners.collect();
            (it.display_name.as_str(), it.role(), partners.join(" "))
        })
        .collect();
    let agency = || "organizations/agency".to_owned();
    assert_eq!(
        said,
        [
            ("acme", Role::Unspecified, agency()),
            ("agency", Role::Collaborator, String::new()),
            ("bright", Role::Unspecified, agency()),
            ("cleo Example", Role::LegalRepresentative, String::new()),
        ]
    );
    let ends: Vec<_> = listed.iter().map(|it| it.valid_until).collect();
    assert_eq!(ends, [None, None, Some(world.later(3600)), None]);
    for it in &listed {
        for exercised in &it.partnerships {
            let seen = world
                .operator()
                .sees_partnership(&exercised.partnership)
                .await;
            assert_eq!(seen.expect("there").partner, "partners/agency");
        }
    }
    world.passes(std::time::Duration::from_secs(3600));
    let listed = world
        .operator()
        .lists_accessible_organizations("cleo", 10)
        .await;
    let left = names(&listed.expect("listed"));
    assert!(
        !left.contains(&"organizations/bright".to_owned()),
        "{left:?}"
    );
}

#[tokio::test]
async fn who_asks_hears_only_of_what_they_reach() {
    let (world, ()) = MANAGED.copied(managed).await;
    let listed = async |caller: &Actor, user: &str| {
        let listed = caller.lists_accessible_organizations(user, 10).await;
        listed.map(|listed| names(&listed))
    };
    let some = world
        .service("some", &["access.ask@acme", "read@bright,acme"])
        .await;
    let reached = ["organizations/acme", "organizations/bright"];
    assert_eq!(listed(&some, "cleo").await.expect("listed"), reached);
    let one = world.service("one", &["access.ask@acme"]).await;
    let answer = one.lists_accessible_organizations("cleo", 10).await;
    let answer = answer.expect("listed");
    assert_eq!(names(&answer), reached[..1]);
    assert_eq!(
        answer[0].partnerships[0].partner, "",
        "the agency is out of reach"
    );
    let all = world.service("all", &["access.ask"]).await;
    assert_eq!(listed(&all, "cleo").await.expect("listed").len(), 4);
    assert!(listed(&all, "nobody").await.expect("listed").is_empty());

    let cleo = world.acting("cleo");
    assert_eq!(listed(&cleo, "cleo").await.expect("listed").len(), 4);
    refused(listed(&cleo, "pia").await, why::OPERATOR_REQUIRED);
    let speaks = world.service("speaks", &["act.for.users@acme"]).await;
    let answer = listed(&speaks.speaking_for("cleo"), "cleo").await;
    refused(answer, why::SCOPE_MISSING);
    let watches = world.service("watches", &["watch"]).await;
    refused(listed(&watches, "cleo").await, why::SCOPE_MISSING);

    world
        .operator()
        .deactivates_user("cleo")
        .await
        .expect("stopped");
    assert!(listed(&all, "cleo").await.expect("listed").is_empty());
    refused(listed(&cleo, "cleo").await, why::ACTING_USER_INACTIVE);
}

#[tokio::test]
async fn a_page_looks_at_200_organizations_and_the_next_one_goes_on() {
    let (world, ()) = COMPANIES.copied(companies).await;
    let operator = world.operator();
    for number in 0..210 {
        let id = format!("shop-{number:03}");
        let made = operator.creates_organization(&id, "uma").await;
        made.expect("created");
    }
    let page = async |page_token: String| {
        let request = v1::ListAccessibleOrganizationsRequest {
            subject: "users/uma".into(),
            page_size: 1000,
            page_token,
            consistency: fully(),
        };
        let mut access = operator.access();
        let page = access.list_accessible_organizations(request).await;
        page.expect("listed").into_inner()
    };
    let first = page(String::new()).await;
    assert_eq!(first.organizations.len(), 200);
    let rest = page(first.next_page_token).await;
    assert_eq!(rest.organizations.len(), 11, "and uma-own");
    assert!(rest.next_page_token.is_empty());
}

#[tokio::test]
async fn an_organization_that_cant_be_read_is_never_left_out() {
    let (world, ()) = MANAGED.copied(managed).await;
    let operator = world.operator();
    let listed = operator.lists_accessible_organizations("cleo", 10).await;
    assert_eq!(listed.expect("listed").len(), 4);
    let torn = "UPDATE head SET revision = revision + 1 WHERE home = 'o:bright'";
    assert_eq!(world.tampers(torn).await, 1);
    let listed = operator.lists_accessible_organizations("cleo", 10).await;
    refused(listed, HISTORY_BROKEN);
}
