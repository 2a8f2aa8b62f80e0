//! Which rows, columns and heads does the picture have? In an order that depends on nothing but what is drawn.

use std::collections::BTreeMap;

use grantor::v1;

use super::marks::{Cell, Mark, Wanted};
use super::read::OrganizationAccess;
use crate::Failure;
use crate::catalog::KINDS;
use crate::members::called;
use crate::short::id;
use crate::words::{plain, role, time, visible};

/// Everything that is drawn; all text in it can be shown as it is, but for the escapes of a format.
pub(super) struct Picture {
    /// What the organization is called.
    pub(super) title: String,
    pub(super) organization: String,
    /// When it was so, and which rights it is about.
    pub(super) about: String,
    pub(super) heads: Vec<Head>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    /// The kinds of which there are rights, by their place in `KINDS`.
    pub(super) kinds: Vec<usize>,
}

/// What neighbouring columns stand under.
pub(super) struct Head {
    pub(super) called: String,
    pub(super) columns: usize,
}

/// One product.
pub(super) struct Column {
    pub(super) id: String,
    pub(super) called: String,
    /// What its type is called.
    pub(super) of: String,
    /// What it stands under.
    pub(super) under: String,
}

/// One member.
pub(super) struct Row {
    pub(super) called: String,
    /// The role, and the state where it is not active.
    pub(super) role: String,
    pub(super) cells: Vec<Cell>,
}

/// A product under a head.
type Placed<'a> = (String, &'a v1::Product);

impl Picture {
    /// Draws what was read; only one right or kind, if that is said.
    pub(super) fn of(
        access: OrganizationAccess,
        right: Option<&str>,
        by_group: bool,
    ) -> Result<Self, Failure> {
        let wanted = Wanted::of(right);
        let types: BTreeMap<_, _> = access
            .types
            .iter()
            .map(|of| (of.name.as_str(), of))
            .collect();
        must_exist(&wanted, right, &access)?;
        let placed = if by_group {
            under_groups(&access)
        } else {
            under_types(&access, &types)
        };
        let rows = rows(&access, &placed, |product, held| {
            Cell::of(
                types.get(product.product_type.as_str()).copied(),
                &wanted,
                held,
            )
        });
        let of_kind = |kind: &usize| {
            let marks = rows
                .iter()
                .flat_map(|row| &row.cells)
                .map(|cell| cell.marks.get(*kind));
            marks.flatten().any(|mark| *mark != Mark::Undeclared)
        };
        let at = time(access.at.as_ref());
        Ok(Self {
            title: visible(&access.organization.display_name),
            organization: access.organization.name.clone(),
            about: right.map_or(at.clone(), |right| format!("{at}, {}", visible(right))),
            heads: heads(&placed),
            kinds: (0..KINDS.len()).filter(of_kind).collect(),
            columns: placed
                .iter()
                .map(|(under, product)| Column {
                    id: id(&product.name).to_owned(),
                    called: visible(&product.display_name),
                    of: type_called(&types, product),
                    under: under.clone(),
                })
                .collect(),
            rows,
        })
    }
}

/// A right that none of the drawn types declares would draw a picture in which nobody may anything.
fn must_exist(
    wanted: &Wanted<'_>,
    right: Option<&str>,
    access: &OrganizationAccess,
) -> Result<(), Failure> {
    let drawn = |of: &&v1::ProductType| {
        access
            .products
            .iter()
            .any(|product| product.product_type == of.name)
    };
    let types: Vec<_> = access.types.iter().filter(drawn).collect();
    let declared = types
        .iter()
        .flat_map(|of| of.rights.iter().map(move |right| (*of, right)));
    let Some(right) = right.filter(|_| !types.is_empty()) else {
        return Ok(());
    };
    if declared.clone().any(|(of, right)| wanted.takes(of, right)) {
        return Ok(());
    }
    let names: Vec<_> = declared
        .map(|(of, right)| format!("{}/{}", id(&of.name), right.id))
        .collect();
    Err(format!(
        "--right: no product here has a right or kind {right:?}; there are {}",
        names.join(", ")
    )
    .into())
}

/// By type in the order of what types are called, then by what products are called.
fn under_types<'a>(
    access: &'a OrganizationAccess,
    types: &BTreeMap<&str, &v1::ProductType>,
) -> Vec<Placed<'a>> {
    let mut placed: Vec<_> = access
        .products
        .iter()
        .map(|product| (type_called(types, product), product))
        .collect();
    placed.sort_by(|(a, one), (b, other)| {
        (a.to_lowercase(), &one.display_name, &one.name).cmp(&(
            b.to_lowercase(),
            &other.display_name,
            &other.name,
        ))
    });
    placed
}

/// Under each of its groups; those in none come last.
fn under_groups(access: &OrganizationAccess) -> Vec<Placed<'_>> {
    let mut groups: Vec<_> = access.groups.iter().collect();
    groups.sort_by_key(|group| (&group.display_name, &group.name));
    let mut products: Vec<_> = access.products.iter().collect();
    products.sort_by_key(|product| (&product.display_name, &product.name));
    let mut placed = Vec::new();
    for group in groups {
        let within = products
            .iter()
            .filter(|product| product.product_groups.contains(&group.name));
        placed.extend(within.map(|product| (visible(&group.display_name), *product)));
    }
    let alone = products
        .into_iter()
        .filter(|product| product.product_groups.is_empty());
    placed.extend(alone.map(|product| ("in no group".to_owned(), product)));
    placed
}

fn heads(placed: &[Placed<'_>]) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for (called, _) in placed {
        match heads.last_mut() {
            Some(last) if last.called == *called => last.columns += 1,
            _ => heads.push(Head {
                called: called.clone(),
                columns: 1,
            }),
        }
    }
    heads
}

/// Who may most comes first; within a role by what people are called.
fn rows(
    access: &OrganizationAccess,
    placed: &[Placed<'_>],
    cell: impl Fn(&v1::Product, &[String]) -> Cell,
) -> Vec<Row> {
    let mut members: Vec<_> = access.members.iter().collect();
    members.sort_by_key(|(member, _)| (member.role, called(member), member.name.clone()));
    let row = |(member, held): &(v1::Member, BTreeMap<String, Vec<String>>)| Row {
        called: visible(&called(member)),
        role: role_and_state(member),
        cells: placed
            .iter()
            .map(|(_, product)| {
                cell(
                    product,
                    held.get(&product.name)
                        .map(Vec::as_slice)
                        .unwrap_or_default(),
                )
            })
            .collect(),
    };
    members.into_iter().map(row).collect()
}

fn role_and_state(member: &v1::Member) -> String {
    let role = role(member.role());
    if member.state() == v1::MemberState::Active {
        return role;
    }
    format!(
        "{role}, {}",
        plain(member.state().as_str_name(), "MEMBER_STATE_")
    )
}

fn type_called(types: &BTreeMap<&str, &v1::ProductType>, product: &v1::Product) -> String {
    let of = types.get(product.product_type.as_str());
    visible(of.map_or(id(&product.product_type), |of| &of.display_name))
}
