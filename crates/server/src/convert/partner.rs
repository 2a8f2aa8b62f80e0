//! Partners and their clients on the wire.

use app::queries::client::{Client, ListClients};
use app::queries::list::Listing;
use app::queries::partner::{FoundPartner, SearchPartners, Sought};
use app::{Done, Seen, Texts};
use decide::use_cases::edit::Edit;
use decide::use_cases::partner::{EnlistPartner, NewContact, UpdatePartner};
use domain::{Contact, DisplayName, Email, Locale, OrganizationId, Partner};
use grantor::v1;

use super::edit::{Mask, seen};
use super::list::{bounded, each};
use super::partnership::{partnership_to_partner, states};
use super::time::proto;
use crate::fields::{Fields, Parse};
use crate::names;

/// The most contacts of a partner.
const MAX_CONTACTS: usize = 10;
/// The fields of an entry that an update may name.
const PATHS: [&str; 2] = ["contacts", "proposed_name"];

/// The organization of a partner, by the name of its directory entry.
impl Fields {
    pub(crate) fn partner(&mut self, field: &str, name: &str) -> Option<OrganizationId> {
        let id = names::one(name, "partners/*", OrganizationId::parse);
        if id.is_none() {
            let shown: String = name.chars().take(80).collect();
            self.reject(
                field,
                format!("is {shown:?}; must be a name like partners/*, ids of a-z, 0-9 and '-'"),
            );
        }
        id
    }
}

impl Parse for v1::UpdatePartnerRequest {
    type Command = UpdatePartner;

    fn parse(self, fields: &mut Fields) -> Option<UpdatePartner> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let partner = fields.required("partner", self.partner)?;
        let organization = fields.partner("partner.name", &partner.name);
        let mask = mask?;
        let any = !partner.contacts.is_empty();
        let contacts = mask.edit("contacts", any, || contacts(fields, partner.contacts));
        let proposed_name: Option<Edit<_>> = mask.optional_text(
            fields,
            "partner",
            "proposed_name",
            &partner.proposed_name,
            DisplayName::parse_without_link,
        );
        Some(UpdatePartner {
            organization: organization?,
            contacts: contacts?,
            proposed_name: proposed_name?,
            allow_missing: self.allow_missing,
            etag: seen(partner.etag),
        })
    }
}

fn contacts(fields: &mut Fields, wire: Vec<v1::PartnerContact>) -> Option<Vec<NewContact>> {
    bounded(fields, "partner.contacts", &wire, 1..=MAX_CONTACTS)?;
    each(
        fields,
        "partner.contacts",
        wire,
        |fields, field, contact| {
            let email = fields.text(&format!("{field}.email"), &contact.email, Email::parse);
            let locale = format!("{field}.locale");
            let locale = fields.optional_text(&locale, &contact.locale, Locale::parse);
            Some(NewContact {
                email: email?,
                locale: locale?.unwrap_or_default(),
            })
        },
    )
}

impl Parse for v1::EnlistPartnerRequest {
    type Command = EnlistPartner;

    fn parse(self, fields: &mut Fields) -> Option<EnlistPartner> {
        let organization = fields.partner("name", &self.name);
        let listed_name = fields.text(
            "listed_name",
            &self.listed_name,
            DisplayName::parse_without_link,
        );
        Some(EnlistPartner {
            organization: organization?,
            listed_name: listed_name?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::SearchPartnersRequest {
    type Command = SearchPartners;

    fn parse(self, fields: &mut Fields) -> Option<SearchPartners> {
        let organization = fields.organization("parent", &self.parent);
        let sought = Sought::parse(&self.query);
        let sought = sought.map_err(|wrong| fields.reject("query", wrong)).ok();
        Some(SearchPartners {
            organization: organization?,
            sought: sought?,
        })
    }
}

impl Parse for v1::ListClientsRequest {
    type Command = Listing<ListClients>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let stage = states(fields, self.states);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListClients {
            organization: organization?,
            stage: stage?,
        }))
    }
}

/// A directory entry.
pub(crate) fn partner_to_proto(partner: &Partner, texts: &Texts) -> v1::Partner {
    let contact = |contact: &Contact| v1::PartnerContact {
        email: texts.get(&contact.email),
        locale: contact.locale.as_str().to_owned(),
    };
    let text = |name: &Option<DisplayName>| name.as_ref().map(ToString::to_string);
    v1::Partner {
        name: partner.organization.partner_name().to_string(),
        contacts: partner.contacts.iter().map(contact).collect(),
        proposed_name: text(&partner.proposed_name).unwrap_or_default(),
        listed: partner.listed,
        listed_name: text(&partner.listed_name).unwrap_or_default(),
        create_time: Some(proto(partner.stamp.create_time)),
        update_time: Some(proto(partner.stamp.update_time)),
        etag: partner.stamp.etag(),
    }
}

/// The entry that a change saved.
pub(crate) fn saved_partner(done: &Done) -> Option<v1::Partner> {
    Some(partner_to_proto(done.saved::<Partner>()?, &done.texts))
}

/// A partner as a search answers it.
pub(crate) fn found_to_proto(found: FoundPartner) -> v1::FoundPartner {
    v1::FoundPartner {
        partner: found.organization.partner_name().to_string(),
        listed_name: found.listed_name.to_string(),
        contact_domains: found.contact_domains.into_iter().collect(),
    }
}

/// A client as its partner sees it.
pub(crate) fn client_to_proto(client: &Client, seen: &Seen) -> v1::Client {
    v1::Client {
        organization: client.organization.resource_name().to_string(),
        display_name: client.display_name.clone(),
        partnership: Some(partnership_to_partner(
            &client.partnership,
            &client.organization,
            &seen.view.platform,
            seen.at,
        )),
        organization_rights: client
            .rights
            .iter()
            .map(|right| right.name().to_owned())
            .collect(),
    }
}
