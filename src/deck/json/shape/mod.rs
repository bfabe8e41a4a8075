//! From JSON to types. Reading goes on after what does not fit: every misfit is noted with its path, and so
//! is every field that nothing reads.

mod values;

use std::collections::BTreeSet;

use super::Json;

/// A type that is read from JSON.
pub(crate) trait FromJson: Sized {
    /// Reads a value; `None` after a note of what does not fit.
    fn from_json(value: Json, place: &mut Place) -> Option<Self>;
}

/// Reads a struct from an object: the fields that must be there, then those that may be absent and are their
/// type's default then. Serde's attributes at the struct say the same for writing and for the schema; a
/// test holds the two together.
macro_rules! from_object {
    ($name:ident { $($needed:ident),* $(; $($optional:ident),*)? }) => {
        impl $crate::deck::json::shape::FromJson for $name {
            fn from_json(
                value: $crate::deck::json::Json,
                place: &mut $crate::deck::json::shape::Place,
            ) -> Option<Self> {
                let mut fields = place.fields(value)?;
                $(let $needed = fields.needed(stringify!($needed));)*
                $($(let $optional = fields.optional(stringify!($optional));)*)?
                fields.close();
                Some(Self { $($needed: $needed?,)* $($($optional: $optional?,)*)? })
            }
        }
    };
}

/// Reads an enum without fields from its word: the `slug` of one of `ALL`, or as listed.
macro_rules! from_word {
    ($name:ident) => {
        $crate::deck::json::shape::from_word!($name, Self::ALL.map(Self::slug), Self::ALL);
    };
    ($name:ident { $($word:literal $variant:ident),* }) => {
        $crate::deck::json::shape::from_word!($name, [$($word),*], [$(Self::$variant),*]);
    };
    ($name:ident, $words:expr, $variants:expr) => {
        impl $crate::deck::json::shape::FromJson for $name {
            fn from_json(
                value: $crate::deck::json::Json,
                place: &mut $crate::deck::json::shape::Place,
            ) -> Option<Self> {
                $variants.get(place.word(value, &$words)?).copied()
            }
        }
    };
}

pub(crate) use {from_object, from_word};

/// Something that has not the shape it should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// JSON path, such as `$.items[3].stem`; for a missing field that of the object that should have it.
    pub path: String,
    /// What was expected there.
    pub reason: String,
}

/// After so many misfits, or fields that nothing reads, no more are noted: a file of nothing else says no
/// more with a million of them, and each is a text of its own.
const MOST_NOTES: usize = 1000;

/// What could not be read and was left out.
#[derive(Default)]
pub(crate) struct Holes {
    /// JSON paths.
    pub paths: BTreeSet<String>,
    /// The `id`s that those parts bear: whoever refers to one of them is not to blame.
    pub names: BTreeSet<String>,
}

impl Holes {
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

/// Where the reading is, and what was noted on the way.
#[derive(Default)]
pub(crate) struct Place {
    steps: Vec<Step>,
    /// What does not fit, in the order of reading. While there is none, what was read is all there was.
    pub misfits: Vec<Misfit>,
    /// Paths of fields that nothing reads.
    pub unread: Vec<String>,
    /// What was left out of lists that are read as far as they can be.
    pub holes: Holes,
}

enum Step {
    Field(&'static str),
    Key(String),
    Element(usize),
}

impl Place {
    /// Notes that what is being read does not fit.
    pub fn misfit<T>(&mut self, reason: impl Into<String>) -> Option<T> {
        if !self.is_full() {
            let path = self.path();
            self.misfits.push(Misfit { path, reason: reason.into() });
        }
        None
    }

    /// Whether there are so many misfits that it makes no sense to go on.
    fn is_full(&self) -> bool {
        self.misfits.len() >= MOST_NOTES
    }

    /// Notes that something else was expected.
    pub fn expected<T>(&mut self, what: &str, found: &Json) -> Option<T> {
        self.misfit(format!("expected {what}, found {}", found.noun()))
    }

    /// The fields of an object.
    pub fn fields(&mut self, value: Json) -> Option<Fields<'_>> {
        match value {
            Json::Object(fields) => Some(Fields { fields, place: self }),
            other => self.expected("an object", &other),
        }
    }

    /// An object's field `tag`, which says what else it should have, and the object without it.
    pub fn tagged(&mut self, tag: &'static str, value: Json) -> Option<(String, Json)> {
        let mut fields = self.fields(value)?;
        let word = fields.needed(tag)?;
        Some((word, Json::Object(fields.fields)))
    }

    /// Notes that a tag's word is none of those that are known.
    pub fn unknown_word<T>(&mut self, word: &str) -> Option<T> {
        self.misfit(format!("unknown word `{word}`"))
    }

    /// The position of a word among those that are known.
    pub fn word(&mut self, value: Json, known: &[&str]) -> Option<usize> {
        let word = String::from_json(value, self)?;
        let position = known.iter().position(|known| *known == word);
        position.or_else(|| {
            self.misfit(format!("unknown word `{word}`, expected one of `{}`", known.join("`, `")))
        })
    }

    fn path(&self) -> String {
        let steps = self.steps.iter().map(|step| match step {
            Step::Field(name) => format!(".{name}"),
            Step::Key(name) => format!(".{name}"),
            Step::Element(position) => format!("[{position}]"),
        });
        ["$".to_owned()].into_iter().chain(steps).collect()
    }

    /// Does something one step further in.
    fn within<R>(&mut self, step: Step, act: impl FnOnce(&mut Self) -> R) -> R {
        self.steps.push(step);
        let result = act(self);
        self.steps.pop();
        result
    }

    /// Reads what stands one step further in.
    fn read<T: FromJson>(&mut self, step: Step, value: Json) -> Option<T> {
        self.within(step, |place| T::from_json(value, place))
    }

    /// The elements of a list that can be read, and whether these are all. The others become holes if the
    /// list can do without them.
    fn elements<T: FromJson>(&mut self, value: Json, can_do_without: bool) -> Option<(Vec<T>, bool)> {
        let Json::List(list) = value else { return self.expected("a list", &value) };
        let mut readable = Vec::with_capacity(list.len());
        let mut are_all = true;
        for (position, element) in list.into_iter().enumerate() {
            if self.is_full() {
                let list = self.path();
                self.holes.paths.insert(list);
                are_all = false;
                break;
            }
            let name = if can_do_without { id_of(&element) } else { None };
            if let Some(element) = self.read(Step::Element(position), element) {
                readable.push(element);
            } else {
                are_all = false;
                if can_do_without {
                    self.hole(Step::Element(position));
                    self.holes.names.extend(name);
                }
            }
        }
        Some((readable, are_all))
    }

    fn hole(&mut self, step: Step) {
        let path = self.within(step, |place| place.path());
        self.holes.paths.insert(path);
    }
}

fn id_of(value: &Json) -> Option<String> {
    let Json::Object(fields) = value else { return None };
    fields.iter().find_map(|(name, value)| match value {
        Json::Text(id) if name == "id" => Some(id.clone()),
        _ => None,
    })
}

/// The fields of an object that were not read yet.
pub(crate) struct Fields<'p> {
    fields: Vec<(String, Json)>,
    place: &'p mut Place,
}

impl Fields<'_> {
    /// A field that must be there.
    pub fn needed<T: FromJson>(&mut self, name: &'static str) -> Option<T> {
        let value = self.take_needed(name)?;
        self.place.read(Step::Field(name), value)
    }

    /// A field that may be absent: its type's default then.
    pub fn optional<T: FromJson + Default>(&mut self, name: &'static str) -> Option<T> {
        match self.take(name) {
            Some(value) => self.place.read(Step::Field(name), value),
            None => Some(T::default()),
        }
    }

    /// A field that must be there; one that cannot be read becomes a hole.
    pub fn whole_or_hole<T: FromJson>(&mut self, name: &'static str) -> Option<T> {
        let read = self.needed(name);
        if read.is_none() {
            self.place.hole(Step::Field(name));
        }
        read
    }

    /// A list: those of its elements that can be read. The others become holes; so does the list, if there
    /// is none.
    pub fn readable<T: FromJson>(&mut self, name: &'static str) -> Vec<T> {
        let read = self
            .take_needed(name)
            .and_then(|list| self.place.within(Step::Field(name), |place| place.elements(list, true)));
        if read.is_none() {
            self.place.hole(Step::Field(name));
        }
        read.map(|(readable, _)| readable).unwrap_or_default()
    }

    /// As [`Self::readable`], but nothing if there is no such field.
    pub fn readable_if_any<T: FromJson>(&mut self, name: &'static str) -> Vec<T> {
        if self.find(name).is_some() { self.readable(name) } else { Vec::new() }
    }

    /// Passes over a field that means nothing here.
    pub fn skip(&mut self, name: &'static str) {
        self.take(name);
    }

    /// Notes what is left: nothing reads it.
    pub fn close(self) {
        let path = self.place.path();
        let room = MOST_NOTES.saturating_sub(self.place.unread.len());
        let left = self.fields.into_iter().take(room);
        self.place.unread.extend(left.map(|(name, _)| format!("{path}.{name}")));
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|(field, _)| field == name)
    }

    fn take_needed(&mut self, name: &'static str) -> Option<Json> {
        let value = self.take(name);
        value.or_else(|| self.place.misfit(format!("missing field `{name}`")))
    }

    fn take(&mut self, name: &'static str) -> Option<Json> {
        let (_, value) = self.fields.remove(self.find(name)?);
        let others = self.fields.len();
        self.fields.retain(|(field, _)| field != name);
        // Which of them is meant, nobody knows.
        if self.fields.len() < others {
            let _: Option<()> = self.place.misfit(format!("field `{name}` stands there twice"));
        }
        Some(value)
    }
}
