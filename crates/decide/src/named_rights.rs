//! Rights as callers write them, and their numbers in the catalog.

use access::PlatformState;
use domain::{Kinds, ProductTypeId, Reason, Refusal, RightId, RightNumber, Rights};
use serde::Serialize;

/// Rights by name. `None` of both lists is "none": a choice too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum NamedRights {
    /// Every right there is, now and later.
    All,
    /// These kinds and these rights.
    Listed {
        kinds: Kinds,
        /// The rights as `type/right`.
        rights: Vec<(ProductTypeId, RightId)>,
    },
}

impl NamedRights {
    /// The same of what is written back: a right that the catalog has dropped since keeps the number that it has in
    /// what is `held`. It gives nothing, and nobody asks for it anew.
    pub fn resolve_over<'a>(
        &self,
        platform: &PlatformState,
        held: impl IntoIterator<Item = &'a Rights>,
    ) -> Result<Rights, Refusal> {
        let Self::Listed { kinds, rights } = self else {
            return Ok(Rights::All);
        };
        let dropped = dropped(platform, held);
        let number = |(product_type, right): &(ProductTypeId, RightId)| {
            let mut dropped = dropped.iter();
            let kept = dropped.find(|(of, gone, _)| of == product_type && gone == right);
            kept.map_or_else(
                || number_of(platform, product_type, right),
                |(.., number)| Ok(*number),
            )
        };
        let numbers: Result<Vec<_>, _> = rights.iter().map(number).collect();
        Ok(Rights::listed(*kinds, numbers?))
    }

    /// The numbers of these names; refuses a name that the catalog does not have and lists those it has.
    pub fn resolve(&self, platform: &PlatformState) -> Result<Rights, Refusal> {
        let Self::Listed { kinds, rights } = self else {
            return Ok(Rights::All);
        };
        let numbers: Result<Vec<_>, _> = rights
            .iter()
            .map(|(product_type, right)| number_of(platform, product_type, right))
            .collect();
        Ok(Rights::listed(*kinds, numbers?))
    }
}

/// The rights among these that the catalog has no more; their ids never come back.
fn dropped<'a>(
    platform: &PlatformState,
    held: impl IntoIterator<Item = &'a Rights>,
) -> Vec<(ProductTypeId, RightId, RightNumber)> {
    let numbers = held.into_iter().flat_map(|rights| match rights {
        Rights::All => &[],
        Rights::Listed { rights, .. } => rights.as_ref(),
    });
    let known = numbers.filter_map(|number| platform.right(*number));
    let gone = known.filter(|(_, right)| right.removed);
    gone.map(|(of, right)| (of.id.clone(), right.id.clone(), right.number))
        .collect()
}

fn number_of(
    platform: &PlatformState,
    id: &ProductTypeId,
    right: &RightId,
) -> Result<RightNumber, Refusal> {
    let Some(product_type) = platform.product_type(id) else {
        let known: Vec<_> = platform
            .product_types()
            .map(|known| known.id.to_string())
            .collect();
        return Err(Refusal::new(
            Reason::RightUnknown,
            format!(
                "{}: the catalog has no product type {id}. It has: {}.",
                right.of_type(id),
                known.join(", ")
            ),
        ));
    };
    product_type
        .right(right.as_str())
        .map(|right| right.number)
        .ok_or_else(|| {
            let known: Vec<_> = product_type
                .live_rights()
                .map(|known| known.id.of_type(id).to_string())
                .collect();
            Refusal::new(
                Reason::RightUnknown,
                format!(
                    "{id} declares no right {right}. It declares: {}.",
                    known.join(", ")
                ),
            )
        })
}

/// The names of a grant's rights, removed ones included, for answers.
pub fn right_names(rights: &Rights, platform: &PlatformState) -> Vec<String> {
    match rights {
        Rights::All => Vec::new(),
        Rights::Listed { rights, .. } => rights
            .iter()
            .filter_map(|number| platform.right(*number))
            .map(|(product_type, right)| right.id.of_type(&product_type.id).to_string())
            .collect(),
    }
}
