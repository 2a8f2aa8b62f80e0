//! Resource names (AIP-122): which pattern a name follows, and the ids in it.

use domain::InvalidId;

/// The ids that stand at the stars of `pattern`, such as `organizations/*/products/*`.
pub(crate) fn ids<'a, const N: usize>(name: &'a str, pattern: &str) -> Option<[&'a str; N]> {
    let mut found = [""; N];
    let mut stars = found.iter_mut();
    let mut rest = name;
    // Byte by byte: names are short, and every question has several.
    for wanted in pattern.bytes() {
        let end = match wanted {
            b'*' => rest
                .bytes()
                .position(|byte| byte == b'/')
                .unwrap_or(rest.len()),
            _ => usize::from(rest.bytes().next() == Some(wanted)),
        };
        let (part, after) = rest.split_at_checked(end)?;
        match wanted {
            b'*' => *stars.next()? = part,
            _ if part.is_empty() => return None,
            _ => {}
        }
        rest = after;
    }
    rest.is_empty().then_some(found)
}

/// One id of the pattern.
pub(crate) fn one<T>(
    name: &str,
    pattern: &str,
    parse: fn(&str) -> Result<T, InvalidId>,
) -> Option<T> {
    let [id] = ids::<1>(name, pattern)?;
    parse(id).ok()
}

/// Two ids of the pattern.
pub(crate) fn two<A, B>(
    name: &str,
    pattern: &str,
    first: fn(&str) -> Result<A, InvalidId>,
    second: fn(&str) -> Result<B, InvalidId>,
) -> Option<(A, B)> {
    let [a, b] = ids::<2>(name, pattern)?;
    Some((first(a).ok()?, second(b).ok()?))
}

/// A number in a name, which has one spelling: no sign and no zero in front.
pub(crate) fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_its_pattern_to_the_end() {
        assert_eq!(
            ids::<2>(
                "organizations/acme/products/d",
                "organizations/*/products/*"
            ),
            Some(["acme", "d"])
        );
        assert_eq!(ids::<1>("users/", "users/*"), Some([""]));
        assert_eq!(ids::<1>("users/älice", "users/*"), Some(["älice"]));
        for bad in [
            "organizations/acme",
            "organizations/acme/products/d/x",
            "organizations/acme/products/d/",
            "organizations/acme/products",
            "organisations/acme/products/d",
            "/organizations/acme/products/d",
            "örganizations/acme/products/d",
            "",
        ] {
            assert_eq!(ids::<2>(bad, "organizations/*/products/*"), None, "{bad}");
        }
    }
    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(["0", "1", "120"].map(number), [Some(0), Some(1), Some(120)]);
        for bad in [
            "",
            "01",
            "+1",
            "-1",
            " 1",
            "1 ",
            "１",
            "18446744073709551616",
        ] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }
}
