//! What the profile has: types, and what each may hold; names with blanks between. Texts of no consequence for answers are
//! here too.

/// Question types, `panel` and `page` among them.
pub(super) const TYPES: &str = "boolean checkbox comment dropdown expression file html image matrix multipletext page panel \
    paneldynamic radiogroup ranking rating tagbox text";

/// Of any element: run, or a matter of looks that the page decides itself.
pub(super) const ELEMENT: &str = "type name title description valueName visible visibleIf enableIf requiredIf readOnly isRequired \
    requiredErrorText defaultValue defaultValueExpression setValueIf setValueExpression \
    resetValueIf clearIfInvisible validators titleLocation descriptionLocation showNumber \
    hideNumber startWithNewLine width minWidth maxWidth indent rightIndent elements questions state \
    hasComment showCommentArea commentText commentPlaceholder errorLocation correctAnswer \
    useDisplayValuesInDynamicTexts innerIndent questionTitleLocation questionsOrder questionOrder navigationTitle \
    navigationDescription id tag showQuestionNumbers questionStartIndex page colSpan \
    effectiveColSpan questionErrorLocation questionTitleWidth isExpanded isCollapsed";

/// Type → what else it may hold.
pub(super) const OF_TYPE: &[(&str, &str)] = &[
    ("", ""),
    ("boolean", "labelTrue labelFalse valueTrue valueFalse label renderAs swapOrder"),
    (
        "radiogroup checkbox dropdown tagbox ranking",
        "choices choicesVisibleIf choicesEnableIf choicesOrder choicesFromQuestion \
    choicesFromQuestionMode choiceValuesFromQuestion choiceTextsFromQuestion showOtherItem hasOther \
    otherText otherErrorText otherPlaceholder otherPlaceHolder showNoneItem hasNone noneText \
    showRefuseItem refuseText showDontKnowItem dontKnowText showSelectAllItem hasSelectAll \
    selectAllText maxSelectedChoices minSelectedChoices colCount hideIfChoicesEmpty \
    separateSpecialChoices showClearButton allowClear choicesMin choicesMax choicesStep placeholder \
    searchEnabled searchMode valuePropertyName selectToRankEnabled itemSize storeOthersAsComment \
    optionsCaption closeOnSelect hideSelectedItems renderAs autocomplete itemComponent \
    keepIncorrectValues",
    ),
    (
        "text comment",
        "inputType maxLength min max step minValueExpression maxValueExpression minErrorText \
    maxErrorText placeholder placeHolder rows cols autoGrow autocomplete size acceptCarriageReturn \
    allowResize textUpdateMode inputMode dataList",
    ),
    (
        "rating",
        "rateValues rateMin rateMax rateStep rateCount autoGenerate rateType rateDisplayMode displayMode \
    minRateDescription maxRateDescription displayRateDescriptionsAsExtremeItems scaleColorMode \
    rateColorMode",
    ),
    (
        "matrix",
        "rows columns rowsVisibleIf columnsVisibleIf eachRowRequired isAllRowRequired eachRowUnique \
    showHeader rowsOrder rowOrder alternateRows hideIfRowsEmpty columnMinWidth rowTitleWidth \
    verticalAlign cells displayMode",
    ),
    ("multipletext", "items itemSize colCount itemTitleWidth"),
    (
        "expression",
        "expression format displayStyle currency maximumFractionDigits minimumFractionDigits useGrouping \
    precision",
    ),
    ("html", "html"),
    ("image", "imageLink altText imageFit imageHeight imageWidth contentMode"),
    (
        "file",
        "acceptedTypes maxSize allowMultiple maxFiles allowImagesPreview storeDataAsText waitForUpload \
    needConfirmRemoveFile filePlaceholder",
    ),
    (
        "paneldynamic",
        "templateElements templateTitle templateDescription templateVisibleIf panelCount minPanelCount \
    maxPanelCount panelAddText panelRemoveText addPanelText removePanelText panelPrevText \
    panelNextText keyName keyDuplicationError defaultPanelValue defaultValueFromLastPanel \
    displayMode renderMode allowAddPanel allowRemovePanel confirmDelete confirmDeleteText \
    noEntriesText panelsState templateTitleLocation showProgressBar showRangeInProgress \
    tabTitlePlaceholder singleInputTitleTemplate newPanelPosition removePanelButtonLocation \
    templateQuestionTitleLocation",
    ),
];

pub(super) const SURVEY: &str = "title description locale pages elements questions calculatedValues triggers completedHtml \
    completedHtmlOnCondition completedBeforeHtml loadingHtml showProgressBar progressBarType \
    progressBarLocation firstPageIsStartPage firstPageIsStarted questionsOnPageMode isSinglePage \
    clearInvisibleValues checkErrorsMode validationEnabled requiredMark requiredText \
    showPreviewBeforeComplete startSurveyText pagePrevText pageNextText completeText previewText \
    editText showPrevButton showTitle showPageTitles showQuestionNumbers questionsOrder \
    questionOrder questionTitleLocation questionErrorLocation questionDescriptionLocation \
    showCompletedPage maxTextLength maxCommentLength maxOthersLength mode autoFocusFirstQuestion \
    focusFirstQuestionAutomatic focusOnFirstError autoFocusFirstError widthMode width logoPosition \
    headerView showNavigationButtons goNextPageAutomatic autoAdvanceEnabled questionStartIndex \
    textUpdateMode indices core version source $schema storeOthersAsComment keepIncorrectValues \
    showTOC tocLocation fitToContainer name";

/// Ignored, with what is done instead.
pub(super) const OUTSIDE: &str = "choicesByUrl maskType maskSettings timeLimit timeLimitPerPage maxTimeToFinish \
    maxTimeToFinishPage showTimer showTimerPanel timerLocation timerInfoMode navigateToUrl \
    navigateToUrlOnCondition cookieName sendResultOnPageNext surveyId surveyPostId logo logoWidth \
    logoHeight logoFit backgroundImage themeVariables customWidgetName bindings dataFormat \
    randomSeed sourceType popupdescription detailElements detailPanelMode imageMap partialSendEnabled";
