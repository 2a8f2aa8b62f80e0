//! How is it said in the reader's language? The texts of mails and pages, one Fluent file for each language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::{Locale, Timestamp};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Every file of `texts/`, by the language that its name says.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What is spoken where nothing better is known.
const FALLBACK: &str = "en";

static LANGUAGES: LazyLock<BTreeMap<&'static str, FluentBundle<FluentResource>>> =
    LazyLock::new(|| {
        let read = |(language, source): &(&'static str, &'static str)| {
            (*language, bundle(language, source))
        };
        FILES.iter().map(read).collect()
    });

/// A test holds every file to be without mistakes; one that had some would speak without these messages.
fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The marks that isolate directions show as boxes in some mail programs; names with such characters are refused.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned());
    let (Ok(resource) | Err((resource, _))) = resource;
    bundle.add_resource_overriding(resource);
    bundle
}

/// A language that Grantor speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases(&'static str);

/// What fills a place in a phrase: texts and numbers.
pub type Filling<'a> = FluentValue<'a>;

impl Phrases {
    /// The best that there is for a reader: the language of the locale, or English.
    pub fn of(locale: &Locale) -> Self {
        Self::named(locale.as_str()).unwrap_or(Self(FALLBACK))
    }

    /// The language of a tag such as `fr-CH`, where it is spoken.
    pub fn named(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        let (known, _) = LANGUAGES.get_key_value(language.as_str())?;
        Some(Self(known))
    }

    /// The first that is spoken, of a header `Accept-Language`; its weights are in its order nearly always.
    pub fn accepted(header: &str) -> Self {
        let tags = header.split(',').filter_map(|item| item.split(';').next());
        let mut spoken = tags.filter_map(|tag| Self::named(tag.trim()));
        spoken.next().unwrap_or(Self(FALLBACK))
    }

    /// All languages, by their code.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.keys().map(|language| Self(language))
    }

    /// Its code, such as `fr`.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The phrase of this key.
    pub fn say(self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The phrase of this key, with these words in its places.
    pub fn fill(self, key: &str, places: &[(&'static str, Filling<'_>)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in places {
            arguments.set(*name, value.clone());
        }
        let said = [self.0, FALLBACK]
            .into_iter()
            .find_map(|language| formatted(language, key, &arguments));
        said.unwrap_or_else(|| key.to_owned())
    }

    /// A time, to the minute, in UTC.
    pub fn moment(self, at: Timestamp) -> String {
        // RFC 3339: 2026-12-31T23:59:59.999Z.
        let text = at.to_string();
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let number = |from, to| part(from, to).parse::<i64>().unwrap_or_default();
        self.fill(
            "moment",
            &[
                ("year", part(0, 4).into()),
                ("month", number(5, 7).into()),
                ("day", number(8, 10).into()),
                ("hour", part(11, 13).into()),
                ("minute", part(14, 16).into()),
            ],
        )
    }
}

fn formatted(language: &str, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let bundle = LANGUAGES.get(language)?;
    let pattern = bundle.get_message(key)?.value()?;
    let mut wrong = Vec::new();
    let said = bundle.format_pattern(pattern, Some(arguments), &mut wrong);
    Some(Cow::into_owned(said))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The keys of a file with the places of each.
    fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let resource = FluentResource::try_new(source.to_owned());
        assert!(
            resource.is_ok(),
            "{:?}",
            resource.err().map(|(_, wrong)| wrong)
        );
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && !line.starts_with(' ')
            {
                name.clone_into(&mut key);
            }
            let places = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                rest.get(..end.unwrap_or(rest.len()))
                    .unwrap_or_default()
                    .to_owned()
            });
            if !key.is_empty() {
                keys.entry(key.clone()).or_default().extend(places);
            }
        }
        keys
    }

    #[test]
    fn every_language_says_the_same_things_with_the_same_places() {
        let english = FILES.iter().find(|(language, _)| *language == FALLBACK);
        let english = keys(english.expect("English").1);
        for (language, source) in FILES {
            assert_eq!(keys(source), english, "{language}.ftl beside en.ftl");
            assert!(language.parse::<LanguageIdentifier>().is_ok(), "{language}");
        }
    }

    #[test]
    fn the_language_follows_the_reader_and_falls_back_to_english() {
        let of = |tag: &str| Phrases::of(&Locale::parse(tag).expect("a locale")).code();
        assert_eq!(
            [of("fr-CH"), of("FR"), of("en-GB"), of("de")],
            ["fr", "fr", "en", "en"]
        );
        assert_eq!(Phrases::accepted("de-CH, fr;q=0.8, en;q=0.5").code(), "fr");
        assert_eq!(Phrases::accepted("").code(), "en");
    }

    #[test]
    fn times_are_said_in_words() {
        let at = Timestamp(1_767_225_600_000_000);
        let said = |tag| Phrases::named(tag).map(|phrases| phrases.moment(at));
        assert_eq!(said("en").as_deref(), Some("1 January 2026 at 00:00 (UTC)"));
        assert_eq!(
            said("fr").as_deref(),
            Some("1er janvier 2026 à 00:00 (UTC)")
        );
    }
}
