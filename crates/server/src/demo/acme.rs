//! Acme: a company with administrators, a team, an external, and an invitation that waits.

use cli::Failure;
use decide::grant_spec::GrantSpec;
use decide::named_rights::NamedRights;
use decide::use_cases::grant::{CreateGrant, NewGrant};
use decide::use_cases::product::AddProductTags;
use decide::use_cases::product_group::{AddProductsToGroup, CreateProductGroup};
use decide::use_cases::role_spec::{AreaSet, RoleName, RoleSpec};
use decide::use_cases::team::{AddTeamMembers, CreateTeam};
use domain::{
    DisplayName, GroupId, Kinds, Note, OrganizationId, Period, ProductId, ProductTypeId, RightId,
    RightKind, Scope, ScopeEntry, Subject, Tag, TeamId, UserId,
};

use super::stage::{Guest, Stage, plain};
use super::{product, registers};

/// Products of a client of Acme bear the client's name (S4-22).
const CLIENT: &str = "client-globex";

pub(super) async fn load(stage: &Stage<'_>) -> Result<(), Failure> {
    let acme = OrganizationId::parse("acme")?;
    let ann = registers(stage, "ann", ("Ann", "Example"), (&acme, "Acme")).await?;
    products(stage, &acme, &ann).await?;
    let (alice, eve) = people(stage, &acme, &ann).await?;
    team(stage, &acme, &ann, &alice).await?;
    let drive = Scope::listed([ScopeEntry::Product(ProductId::parse("drive-1")?)]);
    let manage = named("kdrive", &["use", "manage"])?;
    grant(
        stage,
        &acme,
        &ann,
        Subject::Member(alice),
        (manage, drive),
        "Runs our drive",
    )
    .await?;
    let client = Scope::listed([ScopeEntry::Tag(Tag::parse(CLIENT)?)]);
    let technical = kinds([RightKind::Technical, RightKind::Statistics]);
    grant(
        stage,
        &acme,
        &ann,
        Subject::Member(eve),
        (technical, client),
        "Agency of the client",
    )
    .await
}

async fn products(stage: &Stage<'_>, acme: &OrganizationId, ann: &UserId) -> Result<(), Failure> {
    product(stage, acme, "kdrive", "drive-1", "Drive of the office").await?;
    product(stage, acme, "kdrive", "drive-2", "Drive of the workshop").await?;
    product(stage, acme, "mail", "mail-1", "Mail acme.example").await?;
    product(stage, acme, "domain", "domain-1", "globex.example").await?;
    product(stage, acme, "web-hosting", "site-1", "Site of Globex").await?;
    product(stage, acme, "ticketing", "tickets-1", "Summer concert").await?;
    let of_client = ["domain-1", "site-1"];
    for id in of_client {
        let tag = AddProductTags {
            organization: acme.clone(),
            id: ProductId::parse(id)?,
            tags: vec![Tag::parse(CLIENT)?],
            etag: None,
        };
        stage
            .user(ann, "ProductService/AddProductTags", tag)
            .await?;
    }
    let group = GroupId::parse("websites")?;
    let create = CreateProductGroup {
        organization: acme.clone(),
        id: Some(group.clone()),
        display_name: DisplayName::parse("Websites")?,
    };
    stage
        .user(ann, "ProductService/CreateProductGroup", create)
        .await?;
    let add = AddProductsToGroup {
        organization: acme.clone(),
        id: group,
        products: of_client
            .into_iter()
            .map(ProductId::parse)
            .collect::<Result<_, _>>()?,
        etag: None,
    };
    stage
        .user(ann, "ProductService/AddProductsToGroup", add)
        .await?;
    Ok(())
}

/// One of every role; the collaborator and the external are answered.
async fn people(
    stage: &Stage<'_>,
    acme: &OrganizationId,
    ann: &UserId,
) -> Result<(UserId, UserId), Failure> {
    let administrator = plain(RoleName::Administrator);
    let narrowed = RoleSpec {
        role: Some(RoleName::Administrator),
        areas: Some(AreaSet {
            technical: true,
            ..AreaSet::default()
        }),
        technical_scope: Some(Scope::listed([ScopeEntry::Tag(Tag::parse(CLIENT)?)])),
    };
    let bob = guest("bob", "Bob", "Head of IT", administrator);
    let dora = guest("dora", "Dora", "Webmaster for Globex", narrowed);
    let alice = guest(
        "alice",
        "Alice",
        "Office manager",
        plain(RoleName::Collaborator),
    );
    let eve = guest("eve", "Eve", "Agency", plain(RoleName::External));
    stage.welcomes(ann, acme, &bob, false).await?;
    stage.welcomes(ann, acme, &dora, false).await?;
    let alice = stage.welcomes(ann, acme, &alice, false).await?;
    let eve = stage.welcomes(ann, acme, &eve, false).await?;
    let frank = guest("frank", "Frank", "Trainee", plain(RoleName::Collaborator));
    stage.invites(ann, acme, &frank).await?;
    Ok((alice, eve))
}

fn guest(
    id: &'static str,
    given_name: &'static str,
    position: &'static str,
    role: RoleSpec,
) -> Guest {
    Guest {
        id,
        given_name,
        family_name: "Example",
        position,
        role,
    }
}

/// Webmasters run the technical side of all websites (S2-28).
async fn team(
    stage: &Stage<'_>,
    acme: &OrganizationId,
    ann: &UserId,
    alice: &UserId,
) -> Result<(), Failure> {
    let team = TeamId::parse("webmasters")?;
    let create = CreateTeam {
        organization: acme.clone(),
        id: Some(team.clone()),
        display_name: DisplayName::parse("Webmasters")?,
    };
    stage.user(ann, "TeamService/CreateTeam", create).await?;
    let websites = Scope::listed([ScopeEntry::Group(GroupId::parse("websites")?)]);
    let technical = kinds([RightKind::Technical]);
    let holder = Subject::Team(team.clone());
    grant(
        stage,
        acme,
        ann,
        holder,
        (technical, websites),
        "What webmasters need",
    )
    .await?;
    let add = AddTeamMembers {
        organization: acme.clone(),
        id: team,
        members: vec![alice.clone()],
        etag: None,
    };
    stage.user(ann, "TeamService/AddTeamMembers", add).await?;
    Ok(())
}

/// Somebody gives somebody rights.
pub(super) async fn grant(
    stage: &Stage<'_>,
    organization: &OrganizationId,
    giver: &UserId,
    subject: Subject,
    (rights, scope): (NamedRights, Scope),
    note: &str,
) -> Result<(), Failure> {
    let spec = GrantSpec {
        rights,
        scope,
        period: Period::default(),
        acknowledge_all: false,
    };
    let grant = NewGrant {
        id: None,
        subject,
        spec,
        note: Some(Note::parse(note)?),
    };
    let create = CreateGrant {
        organization: organization.clone(),
        grant,
    };
    stage
        .user(giver, "GrantService/CreateGrant", create)
        .await?;
    Ok(())
}

/// All rights of these kinds.
pub(super) fn kinds(kinds: impl IntoIterator<Item = RightKind>) -> NamedRights {
    NamedRights::Listed {
        kinds: kinds.into_iter().collect::<Kinds>(),
        rights: Vec::new(),
    }
}

/// These rights of one type.
fn named(product_type: &str, rights: &[&str]) -> Result<NamedRights, Failure> {
    let product_type = ProductTypeId::parse(product_type)?;
    let right = |id: &&str| RightId::parse(id).map(|id| (product_type.clone(), id));
    let rights = rights.iter().map(right).collect::<Result<_, _>>()?;
    Ok(NamedRights::Listed {
        kinds: Kinds::NONE,
        rights,
    })
}
