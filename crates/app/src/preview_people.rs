//! What a change of an account itself would do, in every organization where the person has anything.

use std::collections::BTreeSet;

use access::{View, Work};
use decide::rule::acting_view;
use decide::shown_effect::ShownEffect;
use decide::use_case::UseCase;
use decide::visible::Sight;
use domain::{Change, Home, Noun, OrganizationId, User, UserId};

use crate::app::App;
use crate::attempt::Attempt;
use crate::call::Consistency;
use crate::error::Error;

/// Clients read at a time.
const BATCH: u64 = 200;

impl App {
    /// Who would gain or lose what where the changed people are members, and where they act for a partner.
    pub(crate) async fn effect_elsewhere<U: UseCase>(
        &self,
        attempt: &Attempt<'_, U>,
        changes: &[Change],
        work: &Work,
    ) -> Result<ShownEffect, Error> {
        let snapshot = attempt.snapshot;
        let mut effect = ShownEffect::default();
        let of_people: Vec<_> = changes
            .iter()
            .filter(|change| change.home == Home::People && snapshot.organization.is_none())
            .cloned()
            .collect();
        let saved = of_people.iter().flat_map(Change::saved);
        let (before, after) = (
            snapshot.view().people,
            snapshot.view_after(&of_people).people,
        );
        // A name or an email changes nobody's access anywhere.
        let turned = |user: &&UserId| before.is_active(user) != after.is_active(user);
        let people = saved.filter_map(User::of).map(|user| &user.id);
        let people: BTreeSet<_> = people.filter(turned).collect();
        for organization in self.where_they_act(&people).await? {
            let home = Home::Organization(organization);
            let before = self.pick(&home, &Consistency::Fully).await?.view();
            let before = before.with_work(work.clone());
            let after = View {
                people: after.clone(),
                ..before.clone()
            };
            let there = || Ok(access::effect(&before, &after, &of_people, attempt.now));
            let there = attempt.place.decide(work, there)?;
            let acting = acting_view(&attempt.call.who, before.clone());
            let sight = Sight::of(&attempt.call.who, &home, &acting, attempt.now);
            effect.add(sight.effect(there));
        }
        Ok(effect)
    }

    async fn where_they_act(
        &self,
        people: &BTreeSet<&UserId>,
    ) -> Result<BTreeSet<OrganizationId>, Error> {
        let reader = self.reader().await?;
        let mut found = BTreeSet::new();
        for user in people {
            for organization in reader.memberships(user).await? {
                self.add_clients(&reader, &organization, &mut found).await?;
                found.insert(organization);
            }
        }
        Ok(found)
    }

    async fn add_clients(
        &self,
        reader: &store::Reader,
        partner: &OrganizationId,
        found: &mut BTreeSet<OrganizationId>,
    ) -> Result<(), Error> {
        let mut last = None;
        loop {
            let after = last.as_ref().map(|(client, id)| (client, id));
            let rows = reader.partnerships_with(partner, after, BATCH).await?;
            let active = rows.iter().filter(|(_, known)| known.is_active());
            found.extend(active.map(|(client, _)| client.clone()));
            match rows.last() {
                Some((client, known)) => last = Some((client.clone(), known.id.clone())),
                None => return Ok(()),
            }
        }
    }
}
