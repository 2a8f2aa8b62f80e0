//! What does a product type become when it is declared? Rights keep their numbers, also those taken out.

use std::collections::HashMap;

use domain::{Moment, ProductType, Refusal, Right, RightId, RightNumber, Stamp};

use super::declaration::{DeclaredRight, DeclaredType};

/// Hands out numbers that no right ever had.
pub(super) struct Numbers(pub(super) u32);

impl Numbers {
    fn next(&mut self) -> RightNumber {
        let number = RightNumber(self.0);
        self.0 = self.0.saturating_add(1);
        number
    }
}

/// The type as declared; `None` where it is so already.
pub(super) fn merged(
    old: Option<&ProductType>,
    declared: &DeclaredType,
    numbers: &mut Numbers,
    moment: Moment,
) -> Option<ProductType> {
    let new = ProductType {
        id: declared.id.clone(),
        display_name: declared.display_name.clone(),
        rights: merged_rights(old, declared, numbers),
        managing_system: declared.managing_system.clone(),
        retired: old.is_some_and(|old| old.retired),
        stamp: old.map_or_else(|| Stamp::new(moment), |old| old.stamp),
    };
    match old {
        Some(old) if *old == new => None,
        Some(old) => Some(ProductType {
            stamp: old.stamp.touched(moment),
            ..new
        }),
        None => Some(new),
    }
}

/// Declared rights in their order, then those taken out, which stay so that their numbers stay taken.
fn merged_rights(
    old: Option<&ProductType>,
    declared: &DeclaredType,
    numbers: &mut Numbers,
) -> Vec<Right> {
    let old_rights = old.map_or(&[][..], |old| &old.rights);
    let mut known: HashMap<&RightId, RightNumber> = old_rights
        .iter()
        .map(|right| (&right.id, right.number))
        .collect();
    for right in &declared.rights {
        known.entry(&right.id).or_insert_with(|| numbers.next());
    }
    let live = declared
        .rights
        .iter()
        .filter_map(|right| right_of(right, &known));
    let gone = old_rights
        .iter()
        .filter(|old| declared.rights.iter().all(|right| right.id != old.id))
        .map(|old| Right {
            removed: true,
            implies: Vec::new(),
            ..old.clone()
        });
    live.chain(gone).collect()
}

fn right_of(declared: &DeclaredRight, known: &HashMap<&RightId, RightNumber>) -> Option<Right> {
    let mut implies: Vec<_> = declared
        .implies
        .iter()
        .filter_map(|id| known.get(id).copied())
        .collect();
    implies.sort_unstable();
    implies.dedup();
    Some(Right {
        number: *known.get(&declared.id)?,
        id: declared.id.clone(),
        display_name: declared.display_name.clone(),
        kind: declared.kind,
        implies,
        removed: false,
    })
}

/// Who keeps the grants of a type is settled when it is made: grants of either sort count only there.
pub(super) fn must_keep_managing_system(
    index: usize,
    old: Option<&ProductType>,
    declared: &DeclaredType,
) -> Result<(), Refusal> {
    let Some(old) = old.filter(|old| old.managing_system != declared.managing_system) else {
        return Ok(());
    };
    let is = old
        .managing_system
        .as_ref()
        .map_or("empty", |system| system.as_str());
    Err(Refusal::field(
        format!("product_types[{index}].managing_system"),
        format!(
            "is set when {} is made and never changes after (it is: {is})",
            old.id.resource_name()
        ),
    ))
}

/// A right that was taken out gives nothing for ever, in whatever names it, so its id cannot come back.
pub(super) fn must_not_bring_back(
    index: usize,
    old: Option<&ProductType>,
    declared: &DeclaredType,
) -> Result<(), Refusal> {
    let gone = |id: &RightId| {
        old.is_some_and(|old| {
            old.rights
                .iter()
                .any(|right| right.removed && right.id == *id)
        })
    };
    match declared.rights.iter().position(|right| gone(&right.id)) {
        None => Ok(()),
        Some(at) => Err(Refusal::field(
            format!("product_types[{index}].rights[{at}].id"),
            "is the id of a right that was taken out; ids are never used again, choose another",
        )),
    }
}
