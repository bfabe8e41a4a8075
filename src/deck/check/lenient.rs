//! Reading that goes on: each element of each list is decoded by itself, so that every misshapen one
//! is reported and the rest can still be checked.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::parts::Holes;
use super::{Code, Report, wrong_format};
use crate::deck::decode::{Decoder, Misfit, from_text, reason};
use crate::deck::interaction::{Choice, Cloze, Gap, Interaction, MultipleChoice, SingleChoice};
use crate::deck::model::{Chapter, Deck, FORMAT, Item};

/// Reads what can be read of a deck and reports the rest; `None` if there is nothing to go on with.
pub(super) fn read<D: Decoder>(text: &str, report: &mut Report) -> Option<(Deck, Holes)> {
    let mut root = match from_text(text) {
        Ok(Value::Object(root)) => root,
        Ok(_) => {
            report.add(Code::WrongShape, "$", "a deck is a JSON object");
            return None;
        }
        Err(error) => {
            let place = format!("line {}, column {}: {}", error.line(), error.column(), reason(&error));
            report.add(Code::NotJson, "$", place);
            return None;
        }
    };
    let format = root.get("format").and_then(Value::as_u64);
    if let Some(found) = format.filter(|&found| found != u64::from(FORMAT)) {
        wrong_format(found, report);
        return None;
    }
    let mut reader = Reader::<D> { report, holes: Holes::default(), decoder: PhantomData };
    let deck = reader.deck(&mut root);
    Some((deck, reader.holes))
}

/// Where misshapen parts are noted.
struct Reader<'r, D> {
    report: &'r mut Report,
    holes: Holes,
    decoder: PhantomData<D>,
}

impl<D: Decoder> Reader<'_, D> {
    /// Takes all that a deck has out of the root, whereupon what is left there is unknown. What cannot
    /// be read is left empty, and noted as a hole.
    fn deck(&mut self, root: &mut Map<String, Value>) -> Deck {
        let deck = Deck {
            format: self.field(root, "format").unwrap_or(FORMAT),
            id: self.field::<String>(root, "id").unwrap_or_default().as_str().into(),
            title: self.field(root, "title").unwrap_or_default(),
            summary: self.field(root, "summary").unwrap_or_default(),
            language: self.field(root, "language").unwrap_or_default(),
            as_of: self.field(root, "as_of").unwrap_or_default(),
            sources: self.required(root, "sources", Self::whole),
            voices: self.required(root, "voices", Self::whole),
            facts: self.required(root, "facts", Self::whole),
            chapters: self.required(root, "chapters", Self::chapter),
            items: self.required(root, "items", Self::item),
            glossary: self.optional(root, "glossary", Self::whole),
            pre_questions: self.optional(root, "pre_questions", Self::whole),
        };
        for field in root.keys().filter(|field| *field != "$schema") {
            self.report.add(Code::UnknownField, format!("$.{field}"), "nothing reads this field");
        }
        deck
    }

    fn field<T: DeserializeOwned>(&mut self, root: &mut Map<String, Value>, name: &str) -> Option<T> {
        let path = format!("$.{name}");
        let field = root.remove(name);
        if field.is_none() {
            self.misshapen("$", format!("missing field `{name}`"));
        }
        let read = field.and_then(|value| self.whole(value, &path));
        if read.is_none() {
            self.holes.paths.insert(path);
        }
        read
    }

    fn required<T>(&mut self, root: &mut Map<String, Value>, name: &str, read: Read<Self, T>) -> Vec<T> {
        if !root.contains_key(name) {
            self.misshapen("$", format!("missing field `{name}`"));
            self.holes.paths.insert(format!("$.{name}"));
        }
        self.optional(root, name, read)
    }

    fn optional<T>(&mut self, root: &mut Map<String, Value>, name: &str, read: Read<Self, T>) -> Vec<T> {
        let path = format!("$.{name}");
        match root.remove(name) {
            Some(Value::Array(elements)) => self.elements(elements, &path, read),
            Some(_) => {
                self.misshapen(&path, "expected a list");
                self.holes.paths.insert(path);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The elements of a list that can be read; the others become holes.
    fn elements<T>(&mut self, elements: Vec<Value>, path: &str, read: Read<Self, T>) -> Vec<T> {
        let mut readable = Vec::with_capacity(elements.len());
        for (position, element) in elements.into_iter().enumerate() {
            let path = format!("{path}[{position}]");
            let name = element.get("id").and_then(Value::as_str).map(str::to_owned);
            if let Some(element) = read(self, element, &path) {
                readable.push(element);
            } else {
                self.holes.paths.insert(path);
                self.holes.names.extend(name);
            }
        }
        readable
    }

    fn chapter(&mut self, mut value: Value, path: &str) -> Option<Chapter> {
        if !D::IS_EXACT {
            return self.whole(value, path);
        }
        // A card that cannot be read is a hole in its chapter, not the end of it.
        let cards = self.elements(taken(&mut value, "cards"), &format!("{path}.cards"), Self::whole);
        self.whole(value, path).map(|chapter| Chapter { cards, ..chapter })
    }

    fn item(&mut self, mut value: Value, path: &str) -> Option<Item> {
        let slot = value.get_mut("interaction").filter(|interaction| interaction.is_object());
        let Some(slot) = slot.filter(|_| D::IS_EXACT) else {
            return self.whole(value, path);
        };
        // Read by itself, by its kind, for exact paths. A blank one stands in for it meanwhile.
        let interaction = slot.take();
        *slot = serde_json::json!({ "kind": "text", "accepted": [], "rationale": "" });
        let interaction = self.interaction(interaction, &format!("{path}.interaction"));
        let item: Option<Item> = self.whole(value, path);
        Some(Item { interaction: interaction?, ..item? })
    }

    /// An interaction of a kind that is not listed here is read all the same; only the paths in its
    /// problems are shorter.
    fn interaction(&mut self, mut value: Value, path: &str) -> Option<Interaction> {
        let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
        match kind.as_str() {
            "choice" => {
                let choices = self.choices(&mut value, path);
                let single: SingleChoice = self.untagged(value, path)?;
                Some(Interaction::Choice(SingleChoice { choices: choices?, ..single }))
            }
            "multiple" => {
                let choices = self.choices(&mut value, path);
                let _: MultipleChoice = self.untagged(value, path)?;
                Some(Interaction::Multiple(MultipleChoice { choices: choices? }))
            }
            "number" => self.untagged(value, path).map(Interaction::Number),
            "text" => self.untagged(value, path).map(Interaction::Text),
            "cloze" => {
                let gaps = self.all(taken(&mut value, "gaps"), &format!("{path}.gaps"), Self::gap);
                let cloze: Cloze = self.untagged(value, path)?;
                Some(Interaction::Cloze(Cloze { gaps: gaps?, ..cloze }))
            }
            _ => self.whole(value, path),
        }
    }

    fn gap(&mut self, mut value: Value, path: &str) -> Option<Gap> {
        let choices = self.choices(&mut value, path);
        let gap: Gap = self.whole(value, path)?;
        Some(Gap { choices: choices?, ..gap })
    }

    fn choices(&mut self, value: &mut Value, path: &str) -> Option<Vec<Choice>> {
        self.all(taken(value, "choices"), &format!("{path}.choices"), Self::whole)
    }

    /// The elements of a list that makes no sense with some left out.
    fn all<T>(&mut self, elements: Vec<Value>, path: &str, read: Read<Self, T>) -> Option<Vec<T>> {
        let count = elements.len();
        let readable = self.elements(elements, path, read);
        (readable.len() == count).then_some(readable)
    }

    /// An interaction's own fields, without the one that names its kind.
    fn untagged<T: DeserializeOwned>(&mut self, mut value: Value, path: &str) -> Option<T> {
        if let Some(fields) = value.as_object_mut() {
            fields.remove("kind");
        }
        self.whole(value, path)
    }

    fn whole<T: DeserializeOwned>(&mut self, value: Value, path: &str) -> Option<T> {
        let mut unknown = Vec::new();
        let decoded = D::decode(value, path, &mut unknown);
        for path in unknown {
            self.report.add(Code::UnknownField, path, "nothing reads this field");
        }
        match decoded {
            Ok(value) => Some(value),
            Err(Misfit { path, error }) => {
                self.misshapen(&path, reason(&error));
                None
            }
        }
    }

    fn misshapen(&mut self, path: &str, detail: impl Into<String>) {
        self.report.add(Code::WrongShape, path, detail);
    }
}

/// Reads one element that stands at a path; `None` after a report of what is wrong with it.
type Read<R, T> = fn(&mut R, Value, &str) -> Option<T>;

/// Takes the elements of a list out of an object and leaves the list there, empty. Nothing if there is
/// no such list: decoding the object will say so.
fn taken(object: &mut Value, list: &str) -> Vec<Value> {
    object.get_mut(list).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default()
}
