//! The rules, by name.

use super::Severity::{self, Error, Warning};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $severity:ident $slug:literal)*) => {
        /// Which rule a problem breaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code's name in reports, such as `fact-without-card`.
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Self::$name => $slug,)*
                }
            }

            /// How bad it is to break the rule.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$name => $severity,)*
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    NotJson Error "not-json"
    /// The file is of a format that this program does not know.
    WrongFormat Error "wrong-format"
    /// A value is missing or of the wrong shape.
    WrongShape Error "wrong-shape"
    /// A field that nothing reads; misspelt perhaps.
    UnknownField Warning "unknown-field"
    /// A name is no slug: lower-case letters, digits, hyphens and underscores, 1 to 64 of them, a letter
    /// or digit at both ends.
    BadSlug Error "bad-slug"
    /// Two parts of one kind bear the same name.
    DuplicateId Error "duplicate-id"
    /// A name that no part of that kind bears.
    UnknownReference Error "unknown-reference"
    /// A name stands twice in one list, or an item in two chapters' checks.
    ListedTwice Error "listed-twice"
    /// A list that needs an entry has none.
    EmptyList Error "empty-list"
    /// A chapter has no items to check oneself with.
    ChapterCheckEmpty Warning "chapter-check-empty"
    /// A chapter's first check item is no single choice: the page could not answer it by itself.
    CheckFirstNotChoice Error "check-first-not-choice"
    /// A pre-question is no single choice.
    PreQuestionNotChoice Error "pre-question-not-choice"
    /// A text that people are to read is empty.
    EmptyText Error "empty-text"
    /// Feedback would have nothing to say.
    MissingRationale Error "missing-rationale"
    /// A date is no day of the calendar, written `YYYY-MM-DD`.
    BadDate Error "bad-date"
    /// A card's text has fewer than 30 or more than 100 words.
    CardLength Warning "card-length"
    /// A stem asks by a negation.
    StemWithNot Warning "stem-with-not"
    /// A stem or choice says "all of the above" or "none of the above"; choices are shuffled.
    StemAllOfAbove Warning "stem-all-of-above"
    /// Fewer choices, events, rows or bars than it takes to choose among them, or to compare them.
    TooFewChoices Error "too-few-choices"
    /// No choice is right.
    NoKey Error "no-key"
    /// More than one choice is right where one is to be picked.
    TwoKeys Error "two-keys"
    /// Every choice of a multiple choice is right.
    NoDistractor Error "no-distractor"
    /// Two choices read the same.
    DuplicateChoiceText Error "duplicate-choice-text"
    /// A gap does not stand in the cloze text exactly once, or the text names one that is not there.
    ClozeGapMismatch Error "cloze-gap-mismatch"
    /// A number does not say what it counts.
    NumberWithoutUnit Warning "number-without-unit"
    /// A number's value, tolerance and "near" do not make sense together.
    NumberWithoutTolerance Error "number-without-tolerance"
    /// A number that is to be wrong would count as right.
    NumberMixUpInsideTolerance Error "number-mix-up-inside-tolerance"
    /// A guess or a picture has no scale, or a guess's number, or one beside it, does not lie on it.
    ValueOffScale Error "value-off-scale"
    /// Events, rows, options, places or marks are more than people can hold in mind.
    TooManyChoices Warning "too-many-choices"
    /// A visual shows a number or a date that none of its facts has, or a distance that is another.
    VisualDisagrees Error "visual-disagrees"
    /// A place lies nowhere on Earth.
    BadPlace Error "bad-place"
    /// No typed text could ever be right.
    TextWithoutAnswer Error "text-without-answer"
    /// A text that is to be wrong would count as right.
    TextMixUpAccepted Error "text-mix-up-accepted"
    /// A word that is to say nothing around an item's names is one of them, or a mix-up.
    AroundSaysSomething Error "around-says-something"
    /// A word that is to say nothing around the deck's names is the answer to an item.
    AroundIsAnswer Warning "around-is-answer"
    /// Neither the stem nor the key's rationale says who says so.
    VoiceUnnamed Warning "voice-unnamed"
    /// No card carries the fact.
    FactWithoutCard Error "fact-without-card"
    /// Several cards carry the fact.
    FactOnTwoCards Warning "fact-on-two-cards"
    /// No item asks for the fact, though it is no aside.
    FactWithoutItem Warning "fact-without-item"
    /// A key fact is asked for in one kind of item only.
    KeyFactNeedsTwoKinds Warning "key-fact-needs-two-kinds"
    /// No card marks the glossary term.
    UnusedTerm Warning "unused-term"
    /// No fact is the voice's.
    UnusedVoice Warning "unused-voice"
    /// Fewer than one item in five asks for more than recall.
    TooLittleReasoning Warning "too-little-reasoning"
    /// The key is the longest choice so often that length gives it away.
    KeyLongestTooOften Warning "key-longest-too-often"
    /// The key is the longest choice so seldom that this one can be ruled out.
    KeyLongestTooSeldom Warning "key-longest-too-seldom"
    /// The key is the shortest choice so often that length gives it away.
    KeyShortestTooOften Warning "key-shortest-too-often"
    /// The key is the shortest choice so seldom that this one can be ruled out.
    KeyShortestTooSeldom Warning "key-shortest-too-seldom"
    /// How many choices there are tells how many of them are keys.
    KeyCountTells Warning "key-count-tells"
    /// Keys leave something open so much oftener than distractors that it gives them away.
    KeysHedge Warning "keys-hedge"
    /// What is shown after an item of a chapter's check names the key of the next.
    CheckGivesAway Warning "check-gives-away"
    /// A number, name or gap that is to be given stands in many other stems.
    AnswerInStems Warning "answer-in-stems"
    /// Stems hold the answers of each other's items, so that no order of them gives nothing away.
    StemsGiveAway Warning "stems-give-away"
    /// A language is no tag of BCP 47, such as `en`, `pt-BR` or `zh-Hant`.
    BadLanguage Error "bad-language"
    /// A text has a sign that is none to read: a control character, or what turns the direction of the text
    /// around it.
    StrangeSign Warning "strange-sign"
    /// A text to be typed is longer than the field takes.
    TextTooLong Error "text-too-long"
    /// A number as the app shows it is further off than its tolerance: typed back as shown it would be wrong.
    NumberNotAsShown Error "number-not-as-shown"
    /// A number or a count is larger than can be shown, or than a picture can be drawn of.
    TooLarge Error "too-large"
    /// Keys stand in one position so often that the position gives them away.
    KeyPositionSkewed Warning "key-position-skewed"
}
