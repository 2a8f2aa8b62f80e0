//! What is said of a command line that is not understood: without the secrets in it.

use std::env::args;

/// Help and versions are printed, everything else is an error; both end the process.
pub(super) fn exit(wrong: &clap::Error) -> ! {
    let said = wrong.render().to_string();
    let hidden = without_secrets(&said, args().skip(1));
    if hidden == said {
        wrong.exit();
    }
    let hidden = hidden.trim_start_matches("error: ");
    clap::Error::raw(wrong.kind(), hidden).exit()
}

/// A URL can hold a password, a key is one, and what is not understood may be either.
fn without_secrets(said: &str, given: impl Iterator<Item = String>) -> String {
    given.fold(said.to_owned(), |said, given| {
        let value = given
            .split_once('=')
            .map_or(given.as_str(), |(_, value)| value);
        let is_secret = ["://", "@", "grk_"].iter().any(|mark| value.contains(mark));
        if is_secret {
            said.replace(value, "…")
        } else {
            said
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attack_b5_what_is_not_understood_is_told_without_its_secret() {
        let given = ["serve", "postgres://u:canary@db/g", "--kye=grk_canary"].map(str::to_owned);
        let said =
            "unexpected 'postgres://u:canary@db/g', unexpected '--kye=grk_canary', see serve";
        assert_eq!(
            without_secrets(said, given.into_iter()),
            "unexpected '…', unexpected '--kye=…', see serve"
        );
    }
}
