//! What is logged and answered of a long list is as large as what changes in it: entries that came and that left, and how
//! many there are. From these a reader of the watch keeps the list whole.

use std::collections::{BTreeMap, BTreeSet};

use grantor::v1;
use v1::list_entry::Entry;
use v1::resource_change::After;

use super::stage::{DRIVE, Stage, Tokens};
use crate::harness::*;

const TEAM: &str = "organizations/acme/teams/web";
/// More than are told whole.
const MANY: usize = 101;

fn member(user: &str) -> String {
    format!("organizations/acme/members/{user}")
}

/// People with an account and a place in acme, none in a team.
async fn crowd(stage: &Stage, count: usize) -> Vec<String> {
    let ids: Vec<_> = (0..count).map(|number| format!("m-{number:0>3}")).collect();
    for id in &ids {
        let person = stage.world.member("acme", &stage.ann, id, collaborator());
        person.await;
    }
    ids
}

static LARGE_TEAM: Beginning<(Tokens, Vec<String>)> = Beginning::new();

async fn begins() -> (World, (Tokens, Vec<String>)) {
    let stage = Stage::new().await;
    let ids = crowd(&stage, MANY + 1).await;
    let users: Vec<_> = ids[..MANY].iter().map(String::as_str).collect();
    let team = stage.ann.adds_to_team("acme", "web", &users).await;
    assert_eq!(team.expect("added").member_count as usize, MANY + 1);
    let (world, tokens) = stage.left();
    (world, (tokens, ids))
}

/// A team of these, and bob.
async fn large_team() -> (Stage, Vec<String>) {
    let (world, (tokens, ids)) = LARGE_TEAM.copied(begins).await;
    (Stage::of((world, tokens)), ids)
}

/// What a reader keeps of teams who has read all changes in order and never asks for the list.
#[derive(Default)]
struct Kept {
    teams: BTreeMap<String, BTreeSet<String>>,
    /// How many changes were told by entry, and how many of these with the list beside it.
    by_entry: usize,
    whole: usize,
}

impl Kept {
    fn takes(&mut self, change: v1::Change) {
        for change in change.resource_changes {
            let Some(After::Team(team)) = change.after else {
                continue;
            };
            let kept = self.teams.entry(change.resource).or_default();
            let whole: BTreeSet<_> = team.members.into_iter().collect();
            if change.added_entries.is_empty() && change.removed_entries.is_empty() {
                *kept = whole;
            } else {
                kept.retain(|kept| members(&change.removed_entries).all(|gone| gone != *kept));
                kept.extend(members(&change.added_entries));
                self.by_entry += 1;
                if !change.after_truncated {
                    assert_eq!(*kept, whole, "told by entry and told whole");
                    self.whole += 1;
                }
            }
            assert_eq!(kept.len(), team.member_count as usize);
        }
    }
}

fn members(entries: &[v1::ListEntry]) -> impl Iterator<Item = String> {
    entries.iter().filter_map(|entry| match &entry.entry {
        Some(Entry::TeamMember(member)) => Some(member.clone()),
        _ => None,
    })
}

/// All members of the team, by its own list.
async fn listed(by: &Actor) -> BTreeSet<String> {
    let request = v1::ListTeamMembersRequest {
        parent: TEAM.into(),
        page_size: 1000,
        consistency: fully(),
        ..Default::default()
    };
    let page = by.teams().list_team_members(request).await;
    let page = page.expect("listed").into_inner();
    page.team_members.into_iter().map(|it| it.member).collect()
}

#[tokio::test]
async fn attack_c4_a_change_of_a_large_team_tells_who_came_and_who_left() {
    let (stage, ids) = large_team().await;
    let (ann, last) = (&stage.ann, ids.last().expect("one").as_str());
    let add = v1::AddTeamMembersRequest {
        name: TEAM.into(),
        members: vec![member(last), member("bob"), member(last)],
        request_id: "once".into(),
        ..Default::default()
    };
    let preview = v1::AddTeamMembersRequest {
        validate_only: true,
        ..add.clone()
    };
    let foreseen = ann.teams().add_team_members(preview).await;
    let foreseen = foreseen.expect("foreseen").into_inner();
    assert_eq!(foreseen.added_members, [member(last)]);
    assert!(foreseen.team.expect("the team").members.is_empty());
    let done = ann.teams().add_team_members(add.clone()).await;
    let done = done.expect("added").into_inner();
    let again = ann.teams().add_team_members(add).await;
    assert_eq!(again.expect("answered again").into_inner(), done);
    assert_eq!(done.added_members, [member(last)]);
    let team = done.team.expect("the team");
    assert_eq!(
        (team.member_count as usize, team.members.len()),
        (MANY + 2, 0)
    );
    assert!(listed(ann).await.contains(&member(last)));

    let remove = v1::RemoveTeamMembersRequest {
        name: TEAM.into(),
        members: [last, "bob", "carl"].map(member).to_vec(),
        ..Default::default()
    };
    let done = ann.teams().remove_team_members(remove).await;
    let done = done.expect("removed").into_inner();
    assert_eq!(done.removed_members, ["bob", last].map(member));
    assert_eq!(done.team.expect("the team").member_count as usize, MANY);

    let [removed, added] = newest(ann).await;
    assert_eq!(
        members(&added.added_entries).collect::<Vec<_>>(),
        [member(last)]
    );
    assert_eq!(
        members(&removed.removed_entries).collect::<Vec<_>>(),
        ["bob", last].map(member)
    );
    // How it was right after is put together of what was told before.
    let after = |change: v1::ResourceChange| match change.after {
        Some(After::Team(team)) if !change.after_truncated => team.members,
        after => panic!("{after:?}"),
    };
    let (after_adding, after_removing) = (after(added), after(removed));
    assert_eq!(after_adding.len(), MANY + 2);
    assert!(after_adding.contains(&member("bob")) && after_adding.contains(&member(last)));
    assert_eq!(
        after_removing.into_iter().collect::<BTreeSet<_>>(),
        listed(ann).await
    );
}

/// All changes of acme in the order in which they were made.
async fn whole_log(by: &Actor) -> Vec<v1::Change> {
    let mut request = v1::ListChangesRequest {
        parent: "organizations/acme".into(),
        page_size: 7,
        consistency: fully(),
        ..Default::default()
    };
    let mut changes = Vec::new();
    loop {
        let page = by.audit().list_changes(request.clone()).await;
        let page = page.expect("listed").into_inner();
        changes.extend(page.changes);
        if page.next_page_token.is_empty() {
            changes.reverse();
            return changes;
        }
        request.page_token = page.next_page_token;
    }
}

/// The first thing of each of the last two changes of acme, the newest first.
async fn newest(by: &Actor) -> [v1::ResourceChange; 2] {
    let request = v1::ListChangesRequest {
        parent: "organizations/acme".into(),
        page_size: 2,
        consistency: fully(),
        ..Default::default()
    };
    let page = by.audit().list_changes(request).await.expect("listed");
    let mut changes = page.into_inner().changes.into_iter();
    [(); 2].map(|()| changes.next().expect("a change").resource_changes.remove(0))
}

#[tokio::test]
async fn attack_c4_a_watch_and_another_instance_keep_a_large_team_from_what_changes() {
    let (stage, ids) = large_team().await;
    let ann = &stage.ann;
    let gone: Vec<_> = ids[..30].iter().map(String::as_str).collect();
    ann.removes_from_team("acme", "web", &gone)
        .await
        .expect("removed");
    // One who leaves the organization leaves the team in the same change.
    ann.removes_member("acme", &ids[40]).await.expect("removed");
    ann.adds_to_team("acme", "web", &gone).await.expect("added");
    let last = ids.last().expect("one").as_str();
    ann.adds_to_team("acme", "web", &[last])
        .await
        .expect("added");
    // More than are told by entry in a row.
    for id in ids[1..36].iter().map(String::as_str) {
        ann.removes_from_team("acme", "web", &[id])
            .await
            .expect("removed");
        ann.adds_to_team("acme", "web", &[id]).await.expect("added");
    }
    ann.grants_access(
        "acme",
        to_team("acme", "web", rights(&["kdrive/use"]), products(&[DRIVE])),
    )
    .await
    .expect("given");
    let mut kept = Kept::default();
    let newest = stage
        .world
        .operator()
        .newest_revision("organizations/acme")
        .await;
    let mut watch = ann.watches_all_of("organizations/acme").await;
    loop {
        let change = watch.change().await;
        let revision = change.revision;
        kept.takes(change);
        if revision == newest {
            break;
        }
    }
    let listed = listed(ann).await;
    assert_eq!(listed.len(), MANY + 1);
    assert_eq!(kept.teams.get(TEAM), Some(&listed));
    assert!(kept.by_entry > 70, "{} were told by entry", kept.by_entry);
    assert!(kept.whole < kept.by_entry);
    // The audit says the same of each, also on a page that begins in the middle.
    let mut audited = Kept::default();
    for change in whole_log(ann).await {
        audited.takes(change);
    }
    assert_eq!(audited.teams, kept.teams);
    assert_eq!(
        (audited.by_entry, audited.whole),
        (kept.by_entry, kept.by_entry)
    );
    // This one has read the log, the other loads the rows.
    let other = stage.world.another().await;
    for id in [&ids[0], &ids[40], &ids[50]] {
        let person = stage.world.acting(id);
        let is_in = listed.contains(&member(id));
        assert_eq!(person.may("kdrive/use", DRIVE).await, is_in, "{id}");
        assert_eq!(
            other.hears(&person).may("kdrive/use", DRIVE).await,
            is_in,
            "{id}"
        );
    }
}

#[tokio::test]
async fn attack_c4_a_comment_beside_a_hundred_is_told_alone() {
    let stage = Stage::new().await;
    let (ann, ticket) = (&stage.ann, "organizations/acme/changeRequests/talk");
    for number in 0..MANY {
        ann.comments(ticket, &format!("{number}"))
            .await
            .expect("said");
    }
    let say = v1::AddChangeRequestCommentRequest {
        name: ticket.into(),
        text: "the last".into(),
        request_id: "once".into(),
        ..Default::default()
    };
    let done = ann
        .change_requests()
        .add_change_request_comment(say.clone())
        .await;
    let done = done.expect("said").into_inner();
    let again = ann.change_requests().add_change_request_comment(say).await;
    assert_eq!(again.expect("answered again").into_inner(), done);
    assert_eq!(
        done.comment.map(|said| said.text).as_deref(),
        Some("the last")
    );
    let request = done.change_request.expect("the request");
    assert_eq!(request.comment_count as usize, MANY + 1);
    assert!(request.comments.is_empty());

    let [told, _] = newest(ann).await;
    let mut said = told
        .added_entries
        .into_iter()
        .map(|entry| match entry.entry {
            Some(Entry::Comment(comment)) => comment.text,
            other => panic!("{other:?}"),
        });
    assert_eq!(said.next().as_deref(), Some("the last"));
    assert_eq!(said.next(), None);
    let seen = ann.sees_request(ticket).await.expect("seen");
    let texts: Vec<_> = seen.comments.iter().map(|said| said.text.clone()).collect();
    let expected = (0..MANY).map(|number| number.to_string());
    assert_eq!(
        texts,
        expected.chain(["the last".to_owned()]).collect::<Vec<_>>()
    );
}
