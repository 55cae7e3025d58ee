//! What is asked, by type: one type, one file.

pub(super) mod choices;
pub(super) mod file;
pub(super) mod matrix;
pub(super) mod multipletext;
pub(super) mod panels;
pub(super) mod text;

use serde_json::{Map, Value};

use super::read::{Reader, expression};
use crate::expression::Expression;
use crate::question::boolean::Boolean;
use crate::question::rating::Rating;
use choices::{Choices, How, Item};

/// Types that SurveyJS has and this version does not show; their logic is not run.
pub const OUTSIDE: [&str; 9] = [
    "buttongroup",
    "imagemap",
    "imagepicker",
    "matrixdropdown",
    "matrixdynamic",
    "signaturepad",
    "slider",
    "flowpanel",
    "custom",
];

#[derive(Debug, Clone)]
pub enum Kind {
    Boolean(Boolean),
    /// Radiogroup and dropdown, checkbox and tagbox, ranking.
    Choices(Choices),
    Comment(text::Field),
    /// A value that is shown, not asked for.
    Expression(Option<Expression>),
    File(file::File),
    Html,
    Image,
    Matrix(matrix::Matrix),
    MultipleText(multipletext::MultipleText),
    Panels(panels::Panels),
    Rating(Rating, Vec<Item>),
    Text(text::Field),
    /// One of [`OUTSIDE`], or no type of SurveyJS: shown as a note that it cannot be shown.
    Outside(String),
}

/// `None`: too much in all.
pub(super) fn read(reader: &mut Reader, kind: &str, object: &Map<String, Value>) -> Option<Kind> {
    Some(match kind {
        "boolean" => Kind::Boolean(Boolean::of(object)),
        "radiogroup" | "dropdown" => Kind::Choices(Choices::of(How::One, object)),
        "checkbox" | "tagbox" => Kind::Choices(Choices::of(How::Several, object)),
        "ranking" => Kind::Choices(Choices::of(How::Ranked, object)),
        "comment" => Kind::Comment(text::Field::of(object)),
        "expression" => Kind::Expression(expression(object, "expression")),
        "file" => Kind::File(file::File::of(object)),
        "html" => Kind::Html,
        "image" => Kind::Image,
        "matrix" => Kind::Matrix(matrix::Matrix::of(object)),
        "multipletext" => Kind::MultipleText(multipletext::MultipleText::of(object)),
        "paneldynamic" => Kind::Panels(panels::Panels::of(reader, object)?),
        "rating" => Kind::Rating(Rating::of(object), choices::items(object, "rateValues")),
        "text" => Kind::Text(text::Field::of(object)),
        other => Kind::Outside(other.to_owned()),
    })
}

impl Kind {
    /// Whether it holds an answer of its own.
    pub fn asks(&self) -> bool {
        !matches!(self, Self::Html | Self::Image | Self::Outside(_))
    }
}
