//! The people and things of the tests, and the shortest way to write them.

use std::collections::BTreeMap;

use domain::{
    Caller, Change, DisplayName, GroupId, Home, Kind, Locale, Member, MemberState, Moment,
    Organization, OrganizationId, Panel, Personal, PersonalId, PersonalValue, ProductGroup, Record,
    RecordName, Role, Stamp, User, UserId, UserState, Who,
};
use store::{
    Committed, Decide, Decided, Error, Head, Intent, Locked, Reader, RequestKey, Store,
    personal_digest,
};

pub(crate) fn user(id: &str) -> UserId {
    UserId::parse(id).unwrap()
}

pub(crate) fn organization(id: &str) -> Home {
    Home::Organization(OrganizationId::parse(id).unwrap())
}

pub(crate) fn ann() -> Who {
    Who {
        actor: Some(user("ann")),
        caller: Caller::CommandLine,
    }
}

pub(crate) fn moment(locked: &Locked) -> Moment {
    Moment {
        revision: locked.head.revision + 1,
        now: locked.now,
    }
}

pub(crate) fn intent(home: &Home) -> Intent {
    Intent {
        home: home.clone(),
        birth: true,
        with_people: false,
        who: ann(),
        request: None,
        latches: vec![],
        consult: vec![],
        deadline: None,
    }
}

pub(crate) fn request(id: &str, hash: u8) -> Option<RequestKey> {
    Some(RequestKey {
        id: id.to_owned(),
        hash: [hash; 32],
        former_hash: [hash.wrapping_add(100); 32],
    })
}

pub(crate) fn group(id: &str, name: &str, stamp: Stamp) -> Record {
    Record::ProductGroup(ProductGroup {
        id: GroupId::parse(id).unwrap(),
        display_name: DisplayName::parse(name).unwrap(),
        stamp,
    })
}

pub(crate) fn group_name(id: &str) -> RecordName {
    RecordName {
        kind: Kind::ProductGroup,
        id: id.to_owned(),
    }
}

pub(crate) fn member(id: &str, stamp: Stamp) -> Record {
    Record::Member(Member {
        user: user(id),
        role: Role::LegalRepresentative,
        state: MemberState::Active,
        chosen_panel: Panel::Branded,
        made_through: Vec::new(),
        made_by: None,
        changed_role: None,
        stamp,
    })
}

/// A personal value, and what the log holds of it.
pub(crate) fn personal(id: &str, subject: &str, value: &str) -> (Personal, PersonalValue) {
    let id = PersonalId::parse(id).unwrap();
    let salt = [7; 16];
    let lookup = value.contains('@').then(|| value.to_lowercase());
    let digest = personal_digest(&salt, value);
    let subject = Some(user(subject));
    let value = PersonalValue {
        id: id.clone(),
        subject,
        salt,
        value: value.to_owned(),
        lookup,
    };
    (Personal { id, digest }, value)
}

pub(crate) fn person(id: &str, email: Option<Personal>, stamp: Stamp) -> User {
    User {
        id: user(id),
        given_name: None,
        family_name: None,
        email,
        email_confirmed: true,
        pending_email: None,
        login: None,
        position: None,
        locale: Locale::default(),
        state: UserState::Active,
        handover: None,
        stamp,
    }
}

pub(crate) fn acme(id: &str, name: Personal, stamp: Stamp) -> Record {
    Record::Organization(Organization {
        id: OrganizationId::parse(id).unwrap(),
        display_name: name,
        change_policy: Default::default(),
        administrator_limit: None,
        quotas: Default::default(),
        default_panel: Panel::Branded,
        branding: None,
        approved_branding: None,
        stamp,
    })
}

/// A decision as a closure; replays are always answered.
pub(crate) struct Deciding<F>(pub(crate) F);

impl<F> Decide for Deciding<F>
where
    F: FnMut(&Locked) -> Result<Decided, Error> + Send + 'static,
{
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, _: &Reader) -> Result<Decided, Error> {
        (self.0)(locked)
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }
}

/// One change, from what is locked.
pub(crate) fn deciding(
    mut change: impl FnMut(&mut Change, &Locked) + Send + 'static,
) -> Deciding<impl FnMut(&Locked) -> Result<Decided, Error> + Send + 'static> {
    Deciding(move |locked: &Locked| {
        let mut made = Change::new(locked.home.clone(), "Test.Change");
        change(&mut made, locked);
        Ok(Decided {
            changes: vec![made],
            deps: vec![],
            before: BTreeMap::new(),
        })
    })
}

pub(crate) async fn write(
    store: &Store,
    home: &Home,
    change: impl FnMut(&mut Change, &Locked) + Send + 'static,
) -> Result<Committed, Error> {
    store.transact(intent(home), deciding(change)).await
}

/// All that a home holds.
pub(crate) async fn loaded(reader: &Reader, home: &Home) -> Option<(Head, Vec<Record>)> {
    let (head, mut blocks) = reader.load(home).await.unwrap()?;
    let mut records = Vec::new();
    while let Some(block) = blocks.next().await.unwrap() {
        records.extend(block.records().unwrap());
    }
    Some((head, records))
}

/// One more product group.
pub(crate) async fn add_group(store: &Store, home: &Home, id: &str) -> Result<Head, Error> {
    let id = id.to_owned();
    let done = write(store, home, move |change, locked| {
        change.save(group(&id, "Group", Stamp::new(moment(locked))));
    })
    .await?;
    Ok(done.heads[0].1)
}

/// A person with an email.
pub(crate) async fn add_person(store: &Store, id: &str, email: &str) -> Result<Committed, Error> {
    let id = id.to_owned();
    let email = email.to_owned();
    write(store, &Home::People, move |change, locked| {
        let value_id = format!("{id}-{}", locked.head.revision + 1);
        let (named, value) = personal(&value_id, &id, &email);
        change.personal.push(value);
        change.save(Record::User(person(
            &id,
            Some(named),
            Stamp::new(moment(locked)),
        )));
    })
    .await
}
