//! Reading an interaction, whose `kind` says which fields it has.
//!
//! All fields that any kind has are read at once, in whatever order they stand, and sorted out after. What
//! serde derives for such an enum copies every value aside until it has met the tag: slower, a second
//! copy of all decoding in the program, and no path into the interaction when something does not fit.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::interaction::{
    Choice, Cloze, Gap, Interaction, MultipleChoice, NumberEntry, NumberMixUp, SingleChoice, TextEntry,
    TextMixUp,
};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Choice,
    Multiple,
    Number,
    Text,
    Cloze,
}

#[derive(Deserialize)]
struct Fields {
    kind: Kind,
    choices: Option<Vec<Choice>>,
    #[serde(default)]
    ordered: bool,
    value: Option<f64>,
    tolerance: Option<f64>,
    near: Option<f64>,
    unit: Option<String>,
    accepted: Option<Vec<String>>,
    rationale: Option<String>,
    #[serde(default)]
    mix_ups: Vec<MixUp>,
    text: Option<String>,
    gaps: Option<Vec<Gap>>,
}

#[derive(Deserialize)]
struct MixUp {
    value: Option<f64>,
    text: Option<String>,
    rationale: String,
}

/// A field that its kind cannot do without.
///
/// # Errors
/// If it is missing, in serde's own words.
pub(crate) fn needed<T, E: Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
    field.ok_or_else(|| E::missing_field(name))
}

impl<'de> Deserialize<'de> for Interaction {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Fields::deserialize(from)?.sorted_out()
    }
}

impl Fields {
    fn sorted_out<E: Error>(self) -> Result<Interaction, E> {
        Ok(match self.kind {
            Kind::Choice => Interaction::Choice(SingleChoice {
                choices: needed(self.choices, "choices")?,
                ordered: self.ordered,
            }),
            Kind::Multiple => {
                Interaction::Multiple(MultipleChoice { choices: needed(self.choices, "choices")? })
            }
            Kind::Number => Interaction::Number(NumberEntry {
                value: needed(self.value, "value")?,
                tolerance: needed(self.tolerance, "tolerance")?,
                near: self.near,
                unit: needed(self.unit, "unit")?,
                rationale: needed(self.rationale, "rationale")?,
                mix_ups: self.mix_ups.into_iter().map(MixUp::number).collect::<Result<_, E>>()?,
            }),
            Kind::Text => Interaction::Text(TextEntry {
                accepted: needed(self.accepted, "accepted")?,
                rationale: needed(self.rationale, "rationale")?,
                mix_ups: self.mix_ups.into_iter().map(MixUp::text).collect::<Result<_, E>>()?,
            }),
            Kind::Cloze => Interaction::Cloze(Cloze {
                text: needed(self.text, "text")?,
                gaps: needed(self.gaps, "gaps")?,
            }),
        })
    }
}

impl MixUp {
    fn number<E: Error>(self) -> Result<NumberMixUp, E> {
        Ok(NumberMixUp { value: needed(self.value, "value")?, rationale: self.rationale })
    }

    fn text<E: Error>(self) -> Result<TextMixUp, E> {
        Ok(TextMixUp { text: needed(self.text, "text")?, rationale: self.rationale })
    }
}
