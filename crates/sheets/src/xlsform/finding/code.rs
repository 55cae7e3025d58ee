//! The register of what is found in a workbook.

/// Errors first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It cannot be read as it is meant.
    Error,
    /// Left out, or kept where other tools do not see it; `--strict` refuses it.
    Outside,
    /// It works, but probably not as meant.
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
    // The file.
    TooLarge = "too-large" Error;
    OldExcel = "old-excel" Error;
    Encrypted = "encrypted" Error;
    NotAWorkbook = "not-a-workbook" Error;
    BrokenWorkbook = "broken-workbook" Error;
    NotUtf8 = "not-utf8" Error;
    NoSurveySheet = "no-survey-sheet" Error;
    TooManyRows = "too-many-rows" Error;
    TooManyColumns = "too-many-columns" Error;
    // Its cells.
    MergedCells = "merged-cells" Error;
    FormulaCell = "formula-cell" Error;
    ErrorCell = "error-cell" Error;
    // The heads.
    NoColumn = "no-column" Error;
    DoubleColumn = "double-column" Error;
    UnknownColumn = "unknown-column" Warning;
    /// A column of `XLSForm` that is not read.
    OutsideColumn = "outside-column" Outside;
    UnknownLanguage = "unknown-language" Error;
    // The rows.
    NoType = "no-type" Error;
    UnknownType = "unknown-type" Error;
    /// A type of `XLSForm` that is not read.
    OutsideType = "outside-type" Outside;
    NoName = "no-name" Error;
    OddName = "odd-name" Error;
    DoubleName = "double-name" Error;
    NoList = "no-list" Error;
    UnknownList = "unknown-list" Error;
    ChoiceWithoutList = "choice-without-list" Error;
    ChoiceWithoutName = "choice-without-name" Error;
    DoubleChoice = "double-choice" Error;
    NotANumber = "not-a-number" Error;
    NotYesOrNo = "not-yes-or-no" Error;
    NotJson = "not-json" Error;
    /// A word of `appearance` or `parameters`.
    OutsideWord = "outside-word" Outside;
    UnclosedGroup = "unclosed-group" Error;
    WrongEnd = "wrong-end" Error;
    TooDeep = "too-deep" Error;
    // Expressions.
    Syntax = "syntax" Error;
    UnknownReference = "unknown-reference" Error;
    OutOfReach = "out-of-reach" Error;
    UnknownFunction = "unknown-function" Error;
    WrongArguments = "wrong-arguments" Error;
    BareWord = "bare-word" Error;
    // Writing.
    NotASurvey = "not-a-survey" Error;
    TooLong = "too-long" Error;
    /// In `cs_json`: no other tool than this reads it.
    KeptAside = "kept-aside" Outside;
}
