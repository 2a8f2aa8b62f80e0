//! A byte of the hash of each key in a shard, so that of its entries nearly always only the right one is looked at.

/// The tags of the first entries, one in each byte; 0 where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tags(u128);

const ONES: u128 = u128::MAX / 255;
const HIGHS: u128 = ONES << 7;

impl Tags {
    /// How many entries have one: few shards hold more.
    pub(super) const COUNT: usize = 16;

    /// Of entries whose keys have these hashes, in order.
    pub(super) fn of(hashes: impl Iterator<Item = u64>) -> Self {
        let tags = hashes.take(Self::COUNT).enumerate();
        Self(tags.fold(0, |all, (place, hash)| all | tag(hash) << (8 * place)))
    }

    /// Where a key of this hash can be, among the entries that have tags.
    #[inline]
    pub(super) fn places(self, hash: u64) -> impl Iterator<Item = usize> {
        // A byte that is 0 now had the tag. One above it can seem to: then its key is looked at in vain.
        let other = self.0 ^ (ONES * tag(hash));
        let mut hits = other.wrapping_sub(ONES) & !other & HIGHS;
        std::iter::from_fn(move || {
            let place = (hits != 0).then(|| hits.trailing_zeros() as usize / 8);
            hits &= hits.wrapping_sub(1);
            place
        })
    }
}

/// The upper bits, which do not say the shard; never 0.
#[inline]
fn tag(hash: u64) -> u128 {
    (hash >> 57 | 0x80).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_hash_is_said_and_few_others() {
        let hash = |of: u64| of.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for count in 0..20_u64 {
            let tags = Tags::of((0..count).map(hash));
            let said: usize = (0..count)
                .map(|of| {
                    let said: Vec<_> = tags.places(hash(of)).collect();
                    let place = of as usize;
                    assert_eq!(
                        said.contains(&place),
                        place < Tags::COUNT,
                        "{of} of {count}"
                    );
                    said.len()
                })
                .sum();
            assert!(said <= 2 * count as usize, "{said} of {count}");
            assert!(tags.places(hash(99)).all(|place| place < count as usize));
        }
    }
}
