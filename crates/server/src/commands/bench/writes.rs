//! What do writes of one organization gain from being committed together?

use std::net::SocketAddr;

use cli::Failure;

use super::connect::connect;
use super::crowd;
use super::load::{self, Measured, Target, median};
use super::world::World;

/// Grants made by one caller, and by several at once, in rounds that take turns: so many calls by one, and for each of the
/// others as many.
pub(super) async fn run(
    world: &World,
    address: SocketAddr,
    writers: usize,
    rounds: usize,
    calls: usize,
) -> Result<String, Failure> {
    let channel = connect(address).await?;
    crowd::make(&channel, &world.key).await?;
    let channels = [channel];
    let target = Target::Write {
        key: world.key.clone(),
    };
    let mut measured: [Vec<Measured>; 2] = Default::default();
    // One round of each that is not counted: connections and memory warm up.
    for round in 0..=rounds {
        for (at_once, rounds) in [1, writers].into_iter().zip(&mut measured) {
            let one = load::run(&channels, &target, at_once, calls.saturating_mul(at_once)).await?;
            if round > 0 {
                rounds.push(one);
            }
        }
        eprintln!("round {round} of {rounds} done");
    }
    let [alone, together] = measured.map(median);
    let row =
        |writers: usize,
         Measured {
             per_second,
             p50,
             p99,
         }: Measured| { format!("| {writers} | {per_second:.0} | {p50} | {p99} |\n") };
    Ok(format!(
        "| writers | grants/s | p50 µs | p99 µs |\n|---|---|---|---|\n{}{}\n{writers} writers / 1 writer: {:.2}\n",
        row(1, alone),
        row(writers, together),
        together.per_second / alone.per_second
    ))
}
