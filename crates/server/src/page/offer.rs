//! What does an invitation give, in words? Role, areas, rights, teams and panel, by the names that people see.

use app::access::{OrganizationState, PlatformState, View};
use app::queries::invitation::ViewedInvitation;
use app::{Phrases, level_phrase, role_phrase};
use domain::{AccessLevel, Areas, GrantPlan, Panel, RightKind, Rights, Scope, ScopeEntry};

/// One part of it: a heading, and what stands under it.
pub(super) struct Part {
    pub(super) label: String,
    pub(super) items: Vec<String>,
}

/// Says it from the names that memory has.
struct Words<'a> {
    phrases: Phrases,
    platform: &'a PlatformState,
    organization: &'a OrganizationState,
}

/// All parts that have something.
pub(super) fn offer(viewed: &ViewedInvitation, phrases: Phrases, platform_name: &str) -> Vec<Part> {
    let words = Words {
        phrases,
        platform: &viewed.seen.view.platform,
        organization: &viewed.seen.view.organization,
    };
    let invitation = &viewed.invitation;
    let areas = invitation.role.areas();
    let now = viewed.seen.at;
    let grants = invitation.grants.iter();
    let grants = grants.filter(|plan| !plan.period.is_over(now));
    let teams = invitation.teams.iter();
    let teams = teams.filter_map(|id| words.organization.team(id));
    let panel = match invitation.panel {
        Panel::WhiteLabel if !invitation.role.is_upper() => {
            phrases.say("invitation-panel-white-label")
        }
        Panel::WhiteLabel | Panel::Branded => phrases.fill(
            "invitation-panel-branded",
            &[("name", platform_name.into())],
        ),
    };
    let parts = [
        (
            "invitation-role",
            vec![capital(&phrases.say(role_phrase(&invitation.role)))],
        ),
        (
            "invitation-areas",
            areas.map_or(Vec::new(), |areas| words.areas(areas)),
        ),
        (
            "invitation-rights",
            grants.map(|plan| words.grant(plan)).collect(),
        ),
        (
            "invitation-teams",
            teams.map(|team| team.display_name.to_string()).collect(),
        ),
        ("invitation-panel", vec![panel]),
    ];
    let parts = parts.into_iter().filter(|(_, items)| !items.is_empty());
    parts
        .map(|(key, items)| Part {
            label: phrases.say(key),
            items,
        })
        .collect()
}

/// What a partner would get.
pub(super) fn mandate(
    view: &View,
    access: AccessLevel,
    plans: &[GrantPlan],
    phrases: Phrases,
) -> Vec<Part> {
    let words = Words {
        phrases,
        platform: &view.platform,
        organization: &view.organization,
    };
    let part = |key, items| Part {
        label: phrases.say(key),
        items,
    };
    let mut parts = vec![part(
        "proposal-level",
        vec![phrases.say(level_phrase(access))],
    )];
    if !plans.is_empty() {
        let rights = plans.iter().map(|plan| words.grant(plan));
        parts.push(part("invitation-rights", rights.collect()));
    }
    parts
}

impl Words<'_> {
    fn areas(&self, areas: &Areas) -> Vec<String> {
        let mut said = Vec::new();
        for (held, key) in [
            (areas.financial, "area-financial"),
            (areas.security, "area-security"),
            (areas.user_rights, "area-user-rights"),
        ] {
            said.extend(held.then(|| self.phrases.say(key)));
        }
        said.extend(areas.technical.as_ref().map(|scope| {
            let products = self.scope(scope).into();
            self.phrases
                .fill("area-technical-scope", &[("products", products)])
        }));
        said
    }

    fn grant(&self, plan: &GrantPlan) -> String {
        let places = [
            ("rights", self.rights(&plan.rights).into()),
            ("products", self.scope(&plan.scope).into()),
        ];
        let mut said = vec![self.phrases.fill("offer-grant", &places)];
        let at = |key, place, at| {
            self.phrases
                .fill(key, &[(place, self.phrases.moment(at).into())])
        };
        said.extend(plan.period.start.map(|from| at("offer-from", "from", from)));
        said.extend(plan.period.end.map(|end| at("offer-to", "until", end)));
        said.join(", ")
    }

    fn rights(&self, rights: &Rights) -> String {
        let Rights::Listed { kinds, rights } = rights else {
            return self.phrases.say("rights-all");
        };
        let kind = |kind: RightKind| {
            let kind = kind.name().to_ascii_lowercase();
            self.phrases.fill("rights-kind", &[("kind", kind.into())])
        };
        let named = rights.iter().filter_map(|number| {
            let (product_type, right) = self.platform.right(*number)?;
            Some(format!(
                "{} ({})",
                right.display_name, product_type.display_name
            ))
        });
        kinds
            .iter()
            .map(kind)
            .chain(named)
            .collect::<Vec<_>>()
            // Their names may have commas.
            .join("; ")
    }

    fn scope(&self, scope: &Scope) -> String {
        let Scope::Listed(entries) = scope else {
            return self.phrases.say("scope-all");
        };
        let entries = entries.iter().map(|entry| self.entry(entry));
        entries.collect::<Vec<_>>().join(", ")
    }

    fn entry(&self, entry: &ScopeEntry) -> String {
        let type_name = |id| {
            let known = self.platform.product_type(id);
            known.map_or_else(|| id.to_string(), |known| known.display_name.to_string())
        };
        let (key, name) = match entry {
            ScopeEntry::Product(id) => {
                let known = self.organization.product(id);
                let name = known.map(|known| known.display_name.to_string());
                ("scope-product", name.unwrap_or_else(|| id.to_string()))
            }
            ScopeEntry::Group(id) => {
                let known = self.organization.group(id);
                let name = known.map(|known| known.display_name.to_string());
                ("scope-group", name.unwrap_or_else(|| id.to_string()))
            }
            ScopeEntry::Tag(tag) => ("scope-tag", tag.to_string()),
            ScopeEntry::Type(id) => ("scope-type", type_name(id)),
            ScopeEntry::FutureOfType(id) => ("scope-future", type_name(id)),
        };
        self.phrases.fill(key, &[("name", name.into())])
    }
}

/// With a capital first letter, where it stands alone.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}
