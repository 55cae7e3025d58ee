//! What elements have in common: when they are there, and what they hold without being asked.

use serde_json::{Map, Value};

use super::read::expression;
use crate::expression::Expression;
use crate::member::{flag, string};

/// An expression that does not parse is `None`, as if it were not there.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    pub hidden: bool,
    pub read_only: bool,
    pub required: bool,
    pub visible_if: Option<Expression>,
    pub enable_if: Option<Expression>,
    pub required_if: Option<Expression>,
    pub default: Option<Value>,
    pub default_expression: Option<Expression>,
    pub set_if: Option<Expression>,
    pub set_expression: Option<Expression>,
    pub reset_if: Option<Expression>,
    /// `None`: as the survey says.
    pub clear: Option<Clear>,
}

/// When the answer of a hidden question goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Clear {
    Never,
    #[default]
    OnComplete,
    OnHidden,
    /// Also when what it stands in is hidden.
    OnHiddenContainer,
}

impl Clear {
    pub(super) fn of_survey(survey: &Map<String, Value>) -> Self {
        match survey.get("clearInvisibleValues") {
            Some(Value::Bool(false)) => Self::Never,
            Some(Value::String(word)) => Self::of(word).unwrap_or_default(),
            _ => Self::OnComplete,
        }
    }

    fn of(word: &str) -> Option<Self> {
        match word {
            "none" => Some(Self::Never),
            "onComplete" => Some(Self::OnComplete),
            "onHidden" => Some(Self::OnHidden),
            "onHiddenContainer" => Some(Self::OnHiddenContainer),
            _ => None,
        }
    }
}

impl Rules {
    pub(super) fn of(object: &Map<String, Value>) -> Self {
        let default = object.get("defaultValue").filter(|value| !value.is_null());
        // `"=today()"` is an expression.
        let spelled = default.and_then(Value::as_str).and_then(|text| text.strip_prefix('='));
        Self {
            hidden: object.get("visible") == Some(&Value::Bool(false)),
            read_only: flag(object, "readOnly"),
            required: flag(object, "isRequired"),
            visible_if: expression(object, "visibleIf"),
            enable_if: expression(object, "enableIf"),
            required_if: expression(object, "requiredIf"),
            default: default.filter(|_| spelled.is_none()).cloned(),
            default_expression: match spelled {
                Some(text) => Expression::parse(text).ok(),
                None => expression(object, "defaultValueExpression"),
            },
            set_if: expression(object, "setValueIf"),
            set_expression: expression(object, "setValueExpression"),
            reset_if: expression(object, "resetValueIf"),
            clear: string(object, "clearIfInvisible").and_then(|word| Clear::of(&word)),
        }
    }
}
