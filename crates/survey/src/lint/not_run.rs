//! Properties of SurveyJS that change what a survey does and that this version does not run. Ignoring one in silence would show
//! a citizen another survey than the one that was designed.

use serde_json::Value;

const PROPERTIES: &[&str] = &[
    // Logic.
    "visibleIf",
    "enableIf",
    "requiredIf",
    "readOnly",
    "setValueIf",
    "setValueExpression",
    "resetValueIf",
    "defaultValue",
    "defaultValueExpression",
    "minValueExpression",
    "maxValueExpression",
    "validators",
    "valueName",
    "triggers",
    "calculatedValues",
    "bindings",
    // What is offered.
    "choicesByUrl",
    "choicesFromQuestion",
    "choicesVisibleIf",
    "choicesEnableIf",
    "hasOther",
    "hasNone",
    "hasSelectAll",
    "hasComment",
    "showOtherItem",
    "showNoneItem",
    "showRefuseItem",
    "showDontKnowItem",
    "showSelectAllItem",
    "showCommentArea",
    "maxSelectedChoices",
    "minSelectedChoices",
    "swapOrder",
    // How one goes through it, and what is said at the end.
    "firstPageIsStarted",
    "firstPageIsStartPage",
    "showPreviewBeforeComplete",
    "completedHtml",
    "completedHtmlOnCondition",
    "completedBeforeHtml",
    "loadingHtml",
    "navigateToUrl",
    "navigateToUrlOnCondition",
    "timeLimit",
    "maxTimeToFinish",
    "maxTextLength",
];

/// What such a property asks for.
pub(super) enum Asks {
    /// Nothing: it is set to what happens anyway.
    Nothing,
    /// Something that will not happen; with what to do instead.
    NotRun(String),
}

/// `None`: not one of them.
pub(super) fn asks(name: &str, value: &Value) -> Option<Asks> {
    let nothing = match name {
        "visible" => *value == Value::Bool(true),
        "choicesOrder" | "maskType" => *value == "none",
        "questionsOrder" | "questionOrder" => *value == "initial",
        "questionsOnPageMode" => *value == "standard",
        _ if !PROPERTIES.contains(&name) => return None,
        _ => matches!(value, Value::Null | Value::Bool(false)),
    };
    Some(if nothing {
        Asks::Nothing
    } else {
        Asks::NotRun(format!("no `{name}`: this version does not run it"))
    })
}
