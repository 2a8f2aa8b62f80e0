//! Everything random of one world comes from its seed.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

pub(crate) struct Dice(TestRunner);

impl Dice {
    pub(crate) fn of(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self(TestRunner::new_with_rng(ProptestConfig::default(), random))
    }

    /// A seed that no run had before.
    pub(crate) fn new_seed() -> u64 {
        TestRunner::default().rng().next_u64() >> 16
    }

    pub(crate) fn draw<T>(&mut self, of: &impl Strategy<Value = T>) -> T {
        of.new_tree(&mut self.0).unwrap().current()
    }

    /// One of the numbers from 0 to before `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.0.rng().next_u64() % end as u64) as usize
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
