//! Is an invisible character in its place? Joiners and variation selectors are part of how many languages are written,
//! and of emoji; anywhere else they only deceive the eye (RFC 5892 A.1 and A.2, UAX 31, UTS 51).

use icu_properties::props::{
    CanonicalCombiningClass, Emoji, ExtendedPictographic, JoiningType, UnifiedIdeograph,
};
use icu_properties::{CodePointMapData, CodePointSetData};

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// Whether this is a character that is invisible by itself and may be written where it belongs.
pub(crate) fn is_one(c: char) -> bool {
    matches!(c, NON_JOINER | JOINER) || is_selector(c)
}

/// Whether the one that stands between these belongs there.
pub(crate) fn is_in_place(before: &[char], c: char, after: &[char]) -> bool {
    match c {
        NON_JOINER => follows_virama(before) || joins(before, after),
        JOINER => follows_virama(before) || between_emoji(before, after),
        _ => before.last().is_some_and(|base| selects(*base, c)),
    }
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A consonant that is written without its vowel: the joiner says how.
fn follows_virama(before: &[char]) -> bool {
    let class = CodePointMapData::<CanonicalCombiningClass>::new();
    let virama = |c: &char| class.get(*c) == CanonicalCombiningClass::Virama;
    before.last().is_some_and(virama)
}

/// Two letters that would be joined, as in Persian.
fn joins(before: &[char], after: &[char]) -> bool {
    let types = CodePointMapData::<JoiningType>::new();
    let letter = |c: &&char| types.get(**c) != JoiningType::Transparent;
    let left = before.iter().rev().find(letter).map(|c| types.get(*c));
    let right = after.iter().find(letter).map(|c| types.get(*c));
    matches!(
        left,
        Some(JoiningType::LeftJoining | JoiningType::DualJoining)
    ) && matches!(
        right,
        Some(JoiningType::RightJoining | JoiningType::DualJoining)
    )
}

/// One picture out of several.
fn between_emoji(before: &[char], after: &[char]) -> bool {
    let pictures = CodePointSetData::new::<ExtendedPictographic>();
    let modifies = |c: &&char| matches!(**c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let left = before.iter().rev().find(|c| !modifies(c));
    let right = after.first();
    left.is_some_and(|c| pictures.contains(*c)) && right.is_some_and(|c| pictures.contains(*c))
}

/// Which shape of a character: of emoji, of ideographs (names in Japanese), of Mongolian letters.
fn selects(base: char, selector: char) -> bool {
    match selector {
        '\u{fe0e}' | '\u{fe0f}' => CodePointSetData::new::<Emoji>().contains(base),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => matches!(base, '\u{1820}'..='\u{18aa}'),
        _ => CodePointSetData::new::<UnifiedIdeograph>().contains(base),
    }
}
