//! Questions as most are asked, from the bytes straight to what is asked: no text of theirs is copied that is not needed.
//! Whatever is not as usual is not read here, be it wrong or only rare. The ordinary way reads it, and says what is wrong.

use app::When;
use decide::queries::access::Question;
use grantor::v1;
use grantor::v1::consistency::Requirement;
use prost::encoding::{WireType, decode_key, decode_varint};

use crate::convert::access::{AskedQuestion, QUESTIONS, question};
use crate::convert::when::TOKENS;
use crate::fields::Fields;

/// Several questions, each of which can be asked.
#[derive(Debug)]
pub(super) struct Questions {
    pub(super) questions: Vec<Question>,
    pub(super) when: When,
}

/// A CheckAccessRequest.
pub(super) fn check(message: &[u8]) -> Option<AskedQuestion> {
    let mut texts = Texts::default();
    let mut consistency = None;
    for field in fields(message) {
        match field? {
            (4, value) => once(&mut consistency, value)?,
            (tag, value) => texts.put(tag, value)?,
        }
    }
    Some(AskedQuestion {
        question: texts.question()?,
        when: when(consistency)?,
    })
}

/// A BatchCheckAccessRequest.
pub(super) fn batch(message: &[u8]) -> Option<Questions> {
    let mut questions = Vec::new();
    let mut consistency = None;
    for field in fields(message) {
        match field? {
            (1, value) if questions.len() < *QUESTIONS.end() => questions.push(asked(value)?),
            (2, value) => once(&mut consistency, value)?,
            _ => return None,
        }
    }
    let when = when(consistency)?;
    let fits = QUESTIONS.contains(&questions.len());
    fits.then_some(Questions { questions, when })
}

/// An AccessQuestion.
fn asked(message: &[u8]) -> Option<Question> {
    let mut texts = Texts::default();
    for field in fields(message) {
        let (tag, value) = field?;
        texts.put(tag, value)?;
    }
    texts.question()
}

/// What a question says, by the tags that it has in every message.
#[derive(Default)]
struct Texts<'a> {
    subject: Option<&'a [u8]>,
    resource: Option<&'a [u8]>,
    right: Option<&'a [u8]>,
}

impl<'a> Texts<'a> {
    fn put(&mut self, tag: u32, value: &'a [u8]) -> Option<()> {
        let text = match tag {
            1 => &mut self.subject,
            2 => &mut self.resource,
            3 => &mut self.right,
            _ => return None,
        };
        once(text, value)
    }

    fn question(self) -> Option<Question> {
        let text = |bytes: Option<&'a [u8]>| std::str::from_utf8(bytes?).ok();
        question(
            &mut Fields::default(),
            text(self.subject)?,
            text(self.resource)?,
            text(self.right)?,
        )
    }
}

/// Of which states it is asked. What is past is not read here.
fn when(consistency: Option<&[u8]>) -> Option<When> {
    let consistency = match consistency {
        None => None,
        Some(message) => Some(v1::Consistency {
            requirement: requirement(message)?,
        }),
    };
    Fields::default().when(consistency, None, 0)
}

/// What a Consistency says: one thing, or nothing.
fn requirement(message: &[u8]) -> Option<Option<Requirement>> {
    let mut fields = fields(message);
    let Some(field) = fields.next() else {
        return Some(None);
    };
    let requirement = match field? {
        (1, []) => Requirement::MinimizeLatency(()),
        (2, value) => Requirement::AtLeastAsFresh(seen(value)?),
        (3, []) => Requirement::FullyConsistent(()),
        _ => return None,
    };
    fields.next().is_none().then_some(Some(requirement))
}

/// An AtLeastAsFresh. What has more tokens than may be is none that the short way has to make.
fn seen(message: &[u8]) -> Option<v1::AtLeastAsFresh> {
    if fields(message).nth(*TOKENS.end()).is_some() {
        return None;
    }
    let token = |field: Option<Field<'_>>| match field? {
        (1, value) => Some(std::str::from_utf8(value).ok()?.to_owned()),
        _ => None,
    };
    let tokens = fields(message).map(token).collect::<Option<_>>()?;
    Some(v1::AtLeastAsFresh { tokens })
}

/// Its tag, and its bytes.
type Field<'a> = (u32, &'a [u8]);

/// The fields of a message in their order. None stands for one that is no text and no message, or is broken; what follows
/// it is nothing then.
fn fields(message: &[u8]) -> impl Iterator<Item = Option<Field<'_>>> {
    let mut rest = message;
    std::iter::from_fn(move || {
        (!rest.is_empty()).then(|| {
            let field = field(&mut rest);
            if field.is_none() {
                rest = &[];
            }
            field
        })
    })
}

fn field<'a>(rest: &mut &'a [u8]) -> Option<Field<'a>> {
    let (tag, wire_type) = decode_key(rest).ok()?;
    if wire_type != WireType::LengthDelimited {
        return None;
    }
    let length = usize::try_from(decode_varint(rest).ok()?).ok()?;
    let (value, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some((tag, value))
}

/// Of a field that comes again, the ordinary way says what it means.
fn once<'a>(place: &mut Option<&'a [u8]>, value: &'a [u8]) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

#[cfg(test)]
mod tests;
