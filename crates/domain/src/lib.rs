//! What is true and what is allowed: the nouns of Grantor, their ids, their state machines and the role table.
//!
//! Nothing here waits, reads a clock or touches a disk. Rules that ask who holds what stand in `access`.

#![warn(missing_docs)]

mod amendment;
mod change;
mod change_request;
mod client_assignment;
mod effect;
mod email;
mod former_person;
mod grant;
mod home;
mod id;
mod id_text;
mod invitation;
mod joiner;
mod link;
mod made_thing;
mod mail_limits;
mod member;
mod moment;
mod name;
mod noun;
mod organization;
mod organization_right;
mod partner;
mod partnership;
mod personal;
mod platform;
mod principal;
mod product;
mod product_type;
mod quota;
mod record;
mod refusal;
mod resource_name;
mod right_kind;
mod right_name;
mod rights;
mod role;
mod scope;
mod service_account;
mod shut_out;
#[cfg(test)]
mod states;
mod team;
mod text;
mod user;

pub use amendment::{Amendment, Before, ListEntry, TeamPlace, WHOLE_LIST};
pub use change::{Change, Event, Latch, Mail, Outcome, RequestNews};
pub use change_request::{
    ChangeRequest, ChangeRequestStage, ChangeRequestState, Comment, Made, MemberChange, MemberSeen,
    RequestedChange, UserCreation,
};
pub use client_assignment::{Assignee, ClientAssignment, LeftProductRights};
pub use effect::{Effect, EffectLine};
pub use email::Email;
pub use former_person::FormerPerson;
pub use grant::{Grant, GrantPlan, PartnerTies, Period, Subject};
pub use home::Home;
pub use id::{
    AssignmentId, ChangeRequestId, GrantId, GroupId, InvalidId, InvitationId, KeyId,
    OrganizationId, PartnershipId, PersonalId, ProductId, ProductTypeId, RightId, ServiceAccountId,
    TeamId, UserId,
};
pub use invitation::{Invitation, InvitationState, Sending};
pub use link::unlinked;
pub use made_thing::{MadeParts, MadeThing, MadeThrough};
pub use mail_limits::MailLimits;
pub use member::{ChangedRole, Member, MemberState};
pub use moment::{Day, Moment, Stamp, Timestamp};
pub use organization::{Branding, ChangePolicy, Organization, RESERVED_ORGANIZATION_IDS};
pub use organization_right::OrganizationRight;
pub use partner::{Contact, Partner};
pub use partnership::{AccessLevel, Partnership, PartnershipState, Side};
pub use personal::{Personal, PersonalValue};
pub use platform::{INSTALLED_LANGUAGES, Operator, Settings};
pub use principal::{Caller, Who};
pub use product::{MadeLabels, Product, ProductGroup};
pub use product_type::{ProductType, Right, RightNumber};
pub use quota::{Quota, QuotaEdits, Quotas};
pub use record::{Identified, Kind, Noun, Record, RecordName};
pub use refusal::{Reason, Refusal, Violation};
pub use resource_name::ResourceName;
pub use right_kind::{Kinds, RightKind};
pub use right_name::{CONTACT_SUPPORT, DeclaredRight, RightName};
pub use rights::Rights;
pub use role::{Areas, Panel, Role};
pub use scope::{Scope, ScopeEntry};
pub use service_account::{Key, Reach, ServiceAccount, ServiceScope, ServiceScopeKind};
pub use shut_out::ShutOut;
pub use team::Team;
pub use text::{DisplayName, InvalidText, Locale, Note, Tag, searchable};
pub use user::{Claim, EmailAccounts, Handover, PendingEmail, User, UserState};
