//! The register of question types.

use super::shape::Shape;
use crate::question::{boolean, choice, comment, rating, text};

/// Type → what it may hold beside [`COMMON`].
pub(super) const TYPES: &[(&str, &[(&str, Shape)])] = &[
    ("boolean", boolean::PROPERTIES),
    ("checkbox", choice::PROPERTIES),
    ("comment", comment::PROPERTIES),
    ("radiogroup", choice::PROPERTIES),
    ("rating", rating::PROPERTIES),
    ("text", text::PROPERTIES),
];

/// What every question may hold.
pub(super) const COMMON: &[(&str, Shape)] = &[
    ("type", Shape::String),
    ("name", Shape::String),
    ("title", Shape::Text),
    ("description", Shape::Text),
    ("isRequired", Shape::Flag),
];

/// Types of SurveyJS that this version does not run.
pub(super) const NOT_RUN: &[&str] = &[
    "dropdown",
    "tagbox",
    "buttongroup",
    "matrix",
    "matrixdropdown",
    "matrixdynamic",
    "multipletext",
    "ranking",
    "expression",
    "html",
    "image",
    "imagemap",
    "imagepicker",
    "panel",
    "paneldynamic",
    "file",
    "signaturepad",
    "slider",
    "flowpanel",
];
