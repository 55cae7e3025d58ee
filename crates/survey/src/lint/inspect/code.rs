//! The register of what is found.

/// Errors first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It does not do what is written.
    Error,
    /// It works, but probably not as meant; `--strict` takes what is outside the profile for an error.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal $gravity:ident;)*) => {
        /// What is doubtful.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable kebab-case code, the key of its words.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            pub fn gravity(self) -> Gravity {
                match self { $(Self::$name => Gravity::$gravity,)* }
            }
        }
    };
}

codes! {
    NotJson = "not-json" Error;
    NotASurvey = "not-a-survey" Error;
    TooLarge = "too-large" Error;
    /// Lists and objects within one another.
    TooDeep = "too-deep" Error;
    /// No question at all.
    NoQuestion = "no-question" Error;
    TooManyElements = "too-many-elements" Error;
    /// `type` is none of SurveyJS.
    UnknownType = "unknown-type" Error;
    /// `type` is one of SurveyJS that this version does not show.
    OutsideType = "outside-type" Warning;
    /// A property that this version ignores.
    OutsideProperty = "outside-property" Warning;
    UnknownProperty = "unknown-property" Warning;
    /// A property that does nothing, as it stands.
    DeadProperty = "dead-property" Warning;
    WrongValue = "wrong-value" Error;
    NotAList = "not-a-list" Error;
    MissingProperty = "missing-property" Error;
    NoName = "no-name" Error;
    DoubleName = "double-name" Error;
    /// A name inside a dynamic panel that is also one outside.
    ShadowedName = "shadowed-name" Warning;
    ReservedName = "reserved-name" Error;
    /// Braces, dots and brackets in a name mean something else in expressions.
    OddName = "odd-name" Warning;
    /// A calculated value or variable with a question's name.
    VariableCollision = "variable-collision" Error;
    /// A name that SurveyJS answers itself.
    VariableBuiltIn = "variable-built-in" Warning;
    Syntax = "syntax" Error;
    LongExpression = "long-expression" Error;
    /// Brackets within brackets.
    DeepExpression = "deep-expression" Error;
    UnknownFunction = "unknown-function" Error;
    UnknownName = "unknown-name" Error;
    /// An element whose condition reads itself.
    SelfReference = "self-reference" Warning;
    UnknownChoice = "unknown-choice" Error;
    TypeMismatch = "type-mismatch" Warning;
    /// It can never hold.
    Contradiction = "contradiction" Error;
    /// It always yields the same.
    MeaninglessCondition = "meaningless-condition" Warning;
    CalculatedCycle = "calculated-cycle" Error;
    TriggerCycle = "trigger-cycle" Error;
    ValueCycle = "value-cycle" Error;
    NoChoices = "no-choices" Error;
    ChoiceWithoutValue = "choice-without-value" Error;
    DoubleChoice = "double-choice" Error;
    DeadChoiceSource = "dead-choice-source" Error;
    TriggerTarget = "trigger-target" Error;
    TriggerType = "trigger-type" Error;
    /// A trigger without a condition never runs.
    DeadTrigger = "dead-trigger" Error;
    ValidatorType = "validator-type" Error;
    DeadValidator = "dead-validator" Warning;
    /// A pattern with look-around, back-references or classes by name.
    Pattern = "pattern" Error;
    NotAChoice = "not-a-choice" Error;
    CountContradiction = "count-contradiction" Error;
    NeverVisible = "never-visible" Warning;
    /// It waits for an answer to what waits for an answer to it.
    Stuck = "stuck" Warning;
    EmptyPage = "empty-page" Warning;
    /// A page that no answer leads to.
    UnreachablePage = "unreachable-page" Warning;
    NoTitle = "no-title" Warning;
    UnnamedLevels = "unnamed-levels" Warning;
    MissingTranslation = "missing-translation" Warning;
    UnknownPipe = "unknown-pipe" Warning;
    /// A link that runs code, a handler, a script.
    UnsafeMarkup = "unsafe-markup" Error;
}
