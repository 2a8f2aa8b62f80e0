//! A comment on a change request, on the wire.

use app::Texts;
use domain::Comment;
use grantor::v1;

use super::grant::giver;
use super::time::proto;

pub(crate) fn comment_to_proto(comment: &Comment, texts: &Texts) -> v1::ChangeRequestComment {
    v1::ChangeRequestComment {
        text: texts.get(&comment.text),
        author: giver(&comment.author),
        by_operator: comment.by_operator,
        create_time: Some(proto(comment.at)),
    }
}
