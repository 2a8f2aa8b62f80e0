//! Times on the wire.

use domain::{Day, Timestamp};

/// Microseconds as seconds and nanos.
pub(crate) fn proto(time: Timestamp) -> prost_types::Timestamp {
    prost_types::Timestamp {
        seconds: time.0.div_euclid(1_000_000),
        nanos: i32::try_from(time.0.rem_euclid(1_000_000) * 1000).unwrap_or_default(),
    }
}

/// When a day begins.
pub(crate) fn day(day: Day) -> prost_types::Timestamp {
    proto(day.start())
}

/// The first and the last second of the years 1 to 9999.
const SECONDS: [i64; 2] = [-62_135_596_800, 253_402_300_799];

/// The other way. What is finer than a microsecond is rounded up: everything happens at whole ones, and the same of them are
/// before it then, and the same are not. Only in the last second of all is it cut.
pub(crate) fn read(time: &prost_types::Timestamp) -> Option<Timestamp> {
    let [first, last] = SECONDS;
    let fits = (first..=last).contains(&time.seconds) && (0..1_000_000_000).contains(&time.nanos);
    let micros = (i64::from(time.nanos) + 999) / 1000;
    let latest = last * 1_000_000 + 999_999;
    fits.then(|| Timestamp((time.seconds * 1_000_000 + micros).min(latest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(seconds: i64, nanos: i32) -> Option<i64> {
        read(&prost_types::Timestamp { seconds, nanos }).map(|time| time.0)
    }

    #[test]
    fn what_is_finer_than_a_microsecond_is_rounded_up() {
        assert_eq!(micros(1, 0), Some(1_000_000));
        assert_eq!(micros(1, 1), Some(1_000_001));
        assert_eq!(micros(1, 1000), Some(1_000_001));
        assert_eq!(micros(1, 999_999_001), Some(2_000_000));
        assert_eq!(micros(-1, 500), Some(-999_999));
    }

    #[test]
    fn a_time_is_of_the_years_1_to_9999() {
        let [first, last] = SECONDS;
        for (seconds, nanos) in [(first, 0), (last, 999_999_999)] {
            let time = read(&prost_types::Timestamp { seconds, nanos });
            assert_eq!(proto(time.expect("a time")).seconds, seconds);
        }
        for (seconds, nanos) in [
            (first - 1, 0),
            (last + 1, 0),
            (i64::MAX, 0),
            (0, -1),
            (0, 1_000_000_000),
        ] {
            assert_eq!(micros(seconds, nanos), None, "{seconds} {nanos}");
        }
    }
}
