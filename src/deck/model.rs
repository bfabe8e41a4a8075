//! The deck file as types: one article's teaching material.

use serde::Serialize;

use super::id::{CardId, ChapterId, DeckId, FactId, ItemId, PlaceId, SourceId, TermId, VoiceId};
use super::interaction::Interaction;
use super::json::Json;
use super::json::shape::{self, FromJson, from_object, from_word};
use super::visual::Visual;

/// The `format` that this program reads and writes.
pub const FORMAT: u32 = 1;

/// One article's teaching material.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deck {
    /// Version of the file's shape; 1 is the only one so far. Stands first in the file, so that a file
    /// of another format is refused as such and not for what looks strange in it.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    pub format: u32,
    /// Stable name; the file is `decks/<id>.json`.
    pub id: DeckId,
    /// Title of the story page.
    pub title: String,
    /// Two or three sentences: what this is about.
    pub summary: String,
    /// BCP 47 language tag of all text in the deck, such as `en`.
    pub language: String,
    /// The day that the article describes, `YYYY-MM-DD`.
    pub as_of: String,
    /// What the facts were taken from.
    pub sources: Vec<Source>,
    /// Who speaks.
    pub voices: Vec<Voice>,
    /// What is to be learnt.
    pub facts: Vec<Fact>,
    /// Explainer text in reading order.
    pub chapters: Vec<Chapter>,
    /// The questions, in teaching order.
    pub items: Vec<Item>,
    /// Places that maps show; empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Words that the cards explain on demand.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// Items that may be asked before reading; empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pre_questions: Vec<ItemId>,
    /// Words that say nothing when they stand before or behind a typed name: "Russia" in "Kursk, Russia".
    /// They hold for every text item, but where one of them is itself the answer, and never for one that is a
    /// mix-up there. Articles and prepositions need not be listed. Empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub around: Vec<String>,
}

/// Reads as much of a deck as can be read: what is of the wrong shape leaves a hole.
impl FromJson for Deck {
    fn from_json(value: Json, place: &mut shape::Place) -> Option<Self> {
        let mut fields = place.fields(value)?;
        let deck = Self {
            // One that cannot be read is no other format.
            format: fields.whole_or_hole("format").unwrap_or(FORMAT),
            id: fields.whole_or_hole("id").unwrap_or_else(|| DeckId::new("")),
            title: fields.whole_or_hole("title").unwrap_or_default(),
            summary: fields.whole_or_hole("summary").unwrap_or_default(),
            language: fields.whole_or_hole("language").unwrap_or_default(),
            as_of: fields.whole_or_hole("as_of").unwrap_or_default(),
            sources: fields.readable("sources"),
            voices: fields.readable("voices"),
            facts: fields.readable("facts"),
            chapters: fields.readable("chapters"),
            items: fields.readable("items"),
            places: fields.readable_if_any("places"),
            glossary: fields.readable_if_any("glossary"),
            pre_questions: fields.readable_if_any("pre_questions"),
            around: fields.readable_if_any("around"),
        };
        // Names the schema to an editor, and means nothing here.
        fields.skip("$schema");
        fields.close();
        Some(deck)
    }
}

/// A publication that the facts come from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Stable name.
    pub id: SourceId,
    /// What it is called, in our words or its own.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// What to know about the date or the source; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

from_object!(Source { id, title, publisher, date; note });

/// Who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voice {
    /// Stable name.
    pub id: VoiceId,
    /// Short name for a badge, such as "NHK".
    pub name: String,
    /// Who that is, in one phrase.
    pub role: String,
}

from_object!(Voice { id, name, role });

/// On what ground a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// An actor tells in public of its own plan, order or decision: saying so settles that it is meant, not
    /// that it will happen.
    Announced,
    /// Something that could be seen: an image, a recovered object, a photo.
    Observed,
    /// A news outlet or agency says so, on its own reporting or on the word of sources.
    Reported,
    /// One side in the matter, or a private account, says that something happened or is so: others would have
    /// to confirm it, and the article does not.
    Claimed,
    /// A judgement about what something means or will lead to.
    Assessed,
    /// The article states it as established.
    Background,
    /// The deck's own arithmetic or comparison from what the article says; not in the article.
    Computed,
}

from_word!(Standing);

impl Standing {
    /// Every standing, in the order in which pages list them.
    pub const ALL: [Self; 7] = [
        Self::Announced,
        Self::Observed,
        Self::Reported,
        Self::Claimed,
        Self::Assessed,
        Self::Background,
        Self::Computed,
    ];

    /// The word of the deck file, also used in class names.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Observed => "observed",
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Assessed => "assessed",
            Self::Background => "background",
            Self::Computed => "computed",
        }
    }
}

/// How much a fact matters, and so how often it must be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// On a card, and in two items or more of different kinds.
    Key,
    /// On a card, and in an item.
    Main,
    /// On a card; an item is not needed.
    Aside,
}

from_word!(Weight { "key" Key, "main" Main, "aside" Aside });

/// One thing to learn, in one sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Stable name.
    pub id: FactId,
    /// The fact in one sentence, hedges and all.
    pub statement: String,
    /// Who says so.
    pub voice: VoiceId,
    /// On what ground.
    pub standing: Standing,
    /// Where it was taken from.
    pub source: SourceId,
    /// Numbers of the source's paragraphs that carry it.
    pub paragraphs: Vec<u32>,
    /// How much it matters.
    pub weight: Weight,
    /// What a careful reader should know besides; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

from_object!(Fact { id, statement, voice, standing, source, paragraphs, weight; note });

/// A part of the story: cards to read, then items to check oneself with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chapter {
    /// Stable name.
    pub id: ChapterId,
    /// Heading.
    pub title: String,
    /// What to read, in order.
    pub cards: Vec<Card>,
    /// Items shown in place at the chapter's end; the first must be a single choice, since the page
    /// answers it before the program has arrived.
    pub check: Vec<ItemId>,
}

/// A card that cannot be read is a hole in its chapter, not the end of it.
impl FromJson for Chapter {
    fn from_json(value: Json, place: &mut shape::Place) -> Option<Self> {
        let mut fields = place.fields(value)?;
        let (id, title) = (fields.needed("id"), fields.needed("title"));
        let (cards, check) = (fields.readable("cards"), fields.needed("check"));
        fields.close();
        Some(Self { id: id?, title: title?, cards, check: check? })
    }
}

/// One idea to read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Stable name.
    pub id: CardId,
    /// Heading.
    pub title: String,
    /// The figure that leads the card, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The text, 30 to 100 words: a blank line parts paragraphs, `[shown words](term-id)` marks a
    /// glossary term.
    pub body: String,
    /// The facts that the text carries.
    pub facts: Vec<FactId>,
    /// A picture of them; absent for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visual: Option<Visual>,
}

from_object!(Card { id, title, body, facts; figure, visual });

/// A number set large, with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// The number as shown, such as "25,000".
    pub value: String,
    /// What it counts and who says so, in a few words.
    pub label: String,
}

from_object!(Figure { value, label });

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Stable name.
    pub id: PlaceId,
    /// What it is called.
    pub name: String,
    /// What it is, in a phrase: "capital of Ukraine".
    pub what: String,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
}

from_object!(Place { id, name, what, latitude, longitude });

/// What an item asks of the learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Asks {
    /// To remember what was said.
    #[default]
    Recall,
    /// To say why, what follows, or how the parts fit.
    Reason,
}

from_word!(Asks { "recall" Recall, "reason" Reason });

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Stable name.
    pub id: ItemId,
    /// The facts that it asks for; the first is the one it is filed under.
    pub facts: Vec<FactId>,
    /// Bare recall, or more.
    #[serde(default)]
    pub asks: Asks,
    /// The asking text; complete without the choices.
    pub stem: String,
    /// A nudge that gives nothing away; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// How it is asked and answered.
    pub interaction: Interaction,
}

from_object!(Item { id, facts, stem, interaction; asks, hint });

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Stable name, used by the mark in a card's text.
    pub id: TermId,
    /// The word.
    pub term: String,
    /// What it means, in a sentence or two.
    pub meaning: String,
}

from_object!(Term { id, term, meaning });
