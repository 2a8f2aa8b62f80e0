//! Where does a watch resume? The text of a position: it grants nothing, and says nothing that its watcher did not see.

use domain::{Home, Reason, Refusal, Timestamp};
use store::Head;

use crate::engine::Mark;
use crate::token;

/// The first letters of every position: its format.
const FORMAT: &str = "p1";

/// What stands before the time of a watch of all organizations; no home is named so.
const ALL: &str = "-=";

/// Where a watch resumes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Position {
    /// After this change of this home.
    After(Home, Mark),
    /// Of all organizations: everything before this time was seen.
    Since(Timestamp),
}

/// After a change of a home.
pub(super) fn after(store: &str, home: &Home, head: &Head) -> String {
    format!("{FORMAT}.{store}.{}", token::mark_of(home, head))
}

/// Of all organizations, from a time.
pub(super) fn since(store: &str, settled: Timestamp) -> String {
    format!("{FORMAT}.{store}.{ALL}{}", settled.0)
}

/// Reads a position of this store.
pub(super) fn read(store: &str, text: &str) -> Result<Position, Refusal> {
    let bad = || {
        Refusal::new(
            Reason::ConsistencyTokenInvalid,
            "position must be the position of an answer of WatchChanges, as Grantor returned it.",
        )
    };
    let parts = token::parts(FORMAT, store, text, bad);
    let mut parts = parts.map_err(|refusal| match refusal.reason {
        Reason::HistoryLost => lost("is of another store"),
        _ => refusal,
    })?;
    match (parts.next(), parts.next()) {
        (Some(part), None) => part_of(part).ok_or_else(bad),
        _ => Err(bad()),
    }
}

/// What the watcher saw is not what this store remembers.
pub(super) fn lost(what: &str) -> Refusal {
    let why = format!(
        "position {what}: it was replaced or rolled back since. Begin without it, read what is true now by the lists, \
         and tell the operator."
    );
    Refusal::new(Reason::HistoryLost, why)
}

fn part_of(part: &str) -> Option<Position> {
    let Some(time) = part.strip_prefix(ALL) else {
        let (home, mark) = token::mark(part)?;
        return Some(Position::After(home, mark));
    };
    let plain = time.bytes().all(|byte| byte.is_ascii_digit());
    let time = time.parse().ok().filter(|_| plain)?;
    Some(Position::Since(Timestamp(time)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn what_is_written_is_read() {
        let head = Head {
            revision: 7,
            chain: [0xab; 32],
            at: Timestamp(3),
            format: 1,
        };
        let text = after(STORE, &Home::People, &head);
        let mark = Mark {
            revision: 7,
            chain: [0xab; 8],
        };
        assert_eq!(read(STORE, &text), Ok(Position::After(Home::People, mark)));
        let text = since(STORE, Timestamp(1_767_225_600_000_000));
        let time = Timestamp(1_767_225_600_000_000);
        assert_eq!(read(STORE, &text), Ok(Position::Since(time)));
    }

    #[test]
    fn nothing_else_is_a_position() {
        let head = Head::default();
        let good = after(STORE, &Home::Platform, &head);
        let token = good.replacen(FORMAT, "g1", 1);
        for wrong in [
            "",
            "p1",
            STORE,
            &token,
            &format!("{good}.{ALL}5"),
            &format!("p1.{STORE}.{ALL}"),
            &format!("p1.{STORE}.{ALL}-5"),
            &format!("p1.{STORE}.{ALL}+5"),
            &format!("p1.{STORE}.{ALL}99999999999999999999"),
            &format!("p1.{STORE}."),
        ] {
            let refusal = read(STORE, wrong).expect_err(wrong);
            assert_eq!(refusal.reason, Reason::ConsistencyTokenInvalid, "{wrong}");
        }
        let elsewhere = good.replace(STORE, "ffffffffffffffffffffffffffffffff");
        let refusal = read(STORE, &elsewhere).expect_err("another store");
        assert_eq!(refusal.reason, Reason::HistoryLost);
    }
}
