//! `grantor members`: who belongs to an organization, as what, and with which access.

mod access;

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use grantor::v1;
use v1::member_service_client::MemberServiceClient;

use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::pages::Limit;
use super::refusal::answered;
use super::table::Table;
use super::words::{counted, labelled, or_none, plain, role, scope, time};
use super::{Failure, short};

/// See the members of an organization and what they have.
#[derive(Debug, Args)]
pub(super) struct Members {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The members: role, state, and on how many products of which type they have rights.
    List(List),
    /// One member.
    Get(Get),
    /// What a member has on products, by type, and through what.
    Access(access::Access),
}

impl Members {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await,
            Verb::Get(get) => get.run().await,
            Verb::Access(access) => access.run().await,
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The roles that members are listed by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum NamedRole {
    LegalRepresentative,
    Administrator,
    Collaborator,
    /// Without those who are partner.
    External,
    /// Externals for as long as they are people of an active partner.
    Partner,
}

impl From<NamedRole> for i32 {
    fn from(named: NamedRole) -> Self {
        let role = match named {
            NamedRole::LegalRepresentative => v1::Role::LegalRepresentative,
            NamedRole::Administrator => v1::Role::Administrator,
            NamedRole::Collaborator => v1::Role::Collaborator,
            NamedRole::External => v1::Role::External,
            NamedRole::Partner => v1::Role::Partner,
        };
        role.into()
    }
}

/// The states that members are listed by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum NamedState {
    Active,
    Deactivated,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor members list acme
  grantor members list acme --role administrator --role legal-representative
  grantor members list acme --has-access acme/drive-1 --output json")]
struct List {
    /// Of which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Only those with this role; can be said several times.
    #[arg(long = "role", value_name = "ROLE", value_enum)]
    roles: Vec<NamedRole>,
    /// Only those in this state.
    #[arg(long, value_enum)]
    state: Option<NamedState>,
    /// Only those with any right on this product (acme/drive-1), on one of this type (productTypes/kdrive), or on any
    /// at all ('*').
    #[arg(long, value_name = "WHAT", value_parser = what)]
    has_access: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl List {
    async fn run(self) -> Result<(), Failure> {
        let state = match self.state {
            None => v1::MemberState::Unspecified,
            Some(NamedState::Active) => v1::MemberState::Active,
            Some(NamedState::Deactivated) => v1::MemberState::Deactivated,
        };
        let request = v1::ListMembersRequest {
            parent: self.organization,
            roles: self.roles.into_iter().map(i32::from).collect(),
            state: state.into(),
            has_access: self.has_access.unwrap_or_default(),
            view: v1::MemberView::Full.into(),
            consistency: self.fresh.consistency(),
            ..Default::default()
        };
        let listed = self.limit.read(self.caller.open().await?, |page_size| {
            v1::ListMembersRequest {
                page_size,
                ..request.clone()
            }
        });
        self.output.many(&listed.await?, table)
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor members get acme/alice")]
struct Get {
    /// Who, such as organizations/acme/members/alice or acme/alice.
    #[arg(value_parser = short::member)]
    name: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Get {
    async fn run(self) -> Result<(), Failure> {
        let mut client = MemberServiceClient::new(self.caller.open().await?);
        let answer = client
            .get_member(v1::GetMemberRequest { name: self.name })
            .await;
        let member = answered(answer)?.member.unwrap_or_default();
        self.output.one(&member, || in_words(&member))
    }
}

fn table(members: &[v1::Member]) -> Table {
    let mut table = Table::new(["MEMBER", "CALLED", "ROLE", "STATE", "HAS RIGHTS ON"]);
    for member in members {
        table.row([
            short::id(&member.name).to_owned(),
            called(member),
            as_what(member),
            plain(member.state().as_str_name(), "MEMBER_STATE_"),
            or_none(&has(member).join(", ")),
        ]);
    }
    table
}

/// As the person is called; an id where no name is shown.
pub(super) fn called(member: &v1::Member) -> String {
    let name = format!("{} {}", member.given_name, member.family_name);
    let name = name.trim();
    if name.is_empty() {
        short::id(&member.name).to_owned()
    } else {
        name.to_owned()
    }
}

/// The role, with an administrator's areas.
fn as_what(member: &v1::Member) -> String {
    let areas: Vec<_> = member
        .areas()
        .map(|area| plain(area.as_str_name(), "AREA_"))
        .collect();
    let role = role(member.role());
    if areas.is_empty() {
        role
    } else {
        format!("{role} ({})", areas.join(", "))
    }
}

fn has(member: &v1::Member) -> Vec<String> {
    let types = member.access.iter().filter(|on| on.product_count > 0);
    types
        .map(|on| format!("{} {}", on.product_count, short::id(&on.product_type)))
        .collect()
}

/// One that is not confirmed says nothing of whose it is.
fn email(member: &v1::Member) -> String {
    if member.email.is_empty() || member.email_confirmed {
        or_none(&member.email)
    } else {
        format!("{} (not confirmed)", member.email)
    }
}

/// One member, a line for each thing that there is to say.
fn in_words(member: &v1::Member) -> String {
    let mut lines = vec![
        ("called", called(member)),
        ("email", email(member)),
        ("position", or_none(&member.position)),
        ("role", as_what(member)),
    ];
    if member.technical_scope.is_some() {
        lines.push(("technical", scope(member.technical_scope.as_ref())));
    }
    lines.push((
        "state",
        plain(member.state().as_str_name(), "MEMBER_STATE_"),
    ));
    for on in &member.access {
        let count = counted(on.product_count, "product");
        lines.push((
            "has",
            format!(
                "{} on {count} of {}",
                on.rights.join(", "),
                short::id(&on.product_type)
            ),
        ));
    }
    lines.push(("since", time(member.create_time.as_ref())));
    lines.push(("etag", member.etag.clone()));
    labelled(&member.name, 9, &lines)
}

/// A product, a type, or anything.
fn what(text: &str) -> Result<String, String> {
    if text == "*" || text.starts_with("productTypes/") {
        return Ok(text.to_owned());
    }
    short::product(text)
}
