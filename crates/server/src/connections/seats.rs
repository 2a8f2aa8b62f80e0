//! How many connections are open, in all and from each address, and whether one more may come.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard};

use super::limits::ConnectionLimits;
use super::seldom::Seldom;

/// The seats of all connections.
#[derive(Debug)]
pub(super) struct Seats {
    limits: ConnectionLimits,
    taken: Mutex<Taken>,
    told: Seldom,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// Held by a connection as long as it is open.
#[derive(Debug)]
pub(super) struct Seat {
    seats: Arc<Seats>,
    address: IpAddr,
}

impl Seats {
    pub(super) fn new(limits: &ConnectionLimits) -> Arc<Self> {
        Arc::new(Self {
            limits: limits.clone(),
            taken: Mutex::default(),
            told: Seldom::default(),
        })
    }

    /// A seat for a connection from there; `None` where the connection is one too many.
    pub(super) fn take(self: &Arc<Self>, address: IpAddr) -> Option<Seat> {
        let address = counted(address);
        let mut taken = self.taken();
        let from_there = taken.by_address.get(&address).copied().unwrap_or_default();
        let (is_full, setting) = match () {
            () if from_there >= self.limits.per_address => (true, "max-connections-per-address"),
            () => (taken.all >= self.limits.all, "max-connections"),
        };
        if is_full {
            drop(taken);
            if let Some(times) = self.told.now() {
                tracing::warn!(%address, setting, times, "connections are closed at once: as many are open as may be");
            }
            return None;
        }
        taken.all += 1;
        *taken.by_address.entry(address).or_default() += 1;
        Some(Seat {
            seats: Arc::clone(self),
            address,
        })
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken();
        taken.all = taken.all.saturating_sub(1);
        if let Some(from_there) = taken.by_address.get_mut(&self.address) {
            *from_there -= 1;
            if *from_there == 0 {
                taken.by_address.remove(&self.address);
            }
        }
    }
}

/// Whoever has one address of IPv6 has 2^64 of them: they count as one.
fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            Ipv6Addr::from(network).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(all: usize, per_address: usize) -> Arc<Seats> {
        Seats::new(&ConnectionLimits {
            all,
            per_address,
            ..ConnectionLimits::default()
        })
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn one_address_does_not_take_the_seats_of_others() {
        let seats = seats(3, 2);
        let held = [seats.take(ip("10.0.0.1")), seats.take(ip("10.0.0.1"))];
        assert!(held.iter().all(Option::is_some));
        assert!(seats.take(ip("10.0.0.1")).is_none());
        let other = seats.take(ip("10.0.0.2"));
        assert!(other.is_some());
        assert!(seats.take(ip("10.0.0.3")).is_none(), "all are taken");
        drop(held);
        assert!(seats.take(ip("10.0.0.3")).is_some());
        drop(other);
        assert!(seats.taken().by_address.is_empty(), "nobody is remembered");
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let seats = seats(9, 1);
        let held = seats.take(ip("2001:db8::1"));
        assert!(held.is_some());
        assert!(seats.take(ip("2001:db8::2")).is_none());
        assert!(seats.take(ip("2001:db8:0:1::1")).is_some());
        let mapped = seats.take(ip("::ffff:10.0.0.1"));
        assert!(mapped.is_some());
        assert!(seats.take(ip("10.0.0.1")).is_none());
    }
}
