//! How much of the last changes is kept in memory, for those who read a little later?

/// How many of the first ones go, so that the last stay: at most so many of them, in at most so many bytes, one at least.
pub(crate) fn surplus(
    sizes: impl DoubleEndedIterator<Item = usize> + ExactSizeIterator,
    most: usize,
    most_bytes: usize,
) -> usize {
    let all = sizes.len();
    let mut bytes: usize = 0;
    let kept = sizes
        .rev()
        .take(most)
        .enumerate()
        .take_while(|(before, size)| {
            bytes = bytes.saturating_add(*size);
            *before == 0 || bytes <= most_bytes
        });
    all - kept.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attack_c1_the_last_are_kept_as_far_as_they_are_few_and_small() {
        let surplus = |sizes: &[usize], most| surplus(sizes.iter().copied(), most, 100);
        assert_eq!(surplus(&[], 3), 0);
        assert_eq!(surplus(&[1, 1, 1, 1], 3), 1);
        assert_eq!(surplus(&[40, 60, 40], 3), 1);
        assert_eq!(surplus(&[10, 60, 30], 3), 0);
        assert_eq!(
            surplus(&[1, 1, 900], 3),
            2,
            "the last one stays, however large"
        );
        assert_eq!(surplus(&[900, 1, 1], 3), 1);
    }
}
