//! JSON as it stands in a file, before it is known what it is to be.
//!
//! `serde_json` reads the text. What it makes of it is a tree of our own, since its own keeps the last of two
//! fields of one name without a word, and sorts the fields; from the tree, [`shape`] makes types. All
//! decoding thus goes one way, in the tools and in the browser, and knows every place by its path.

pub(crate) mod shape;

use std::fmt;
use std::io::{BufRead, BufReader, Read};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use shape::{FromJson, Place};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A whole number from 0 to 2^64 - 1.
    Whole(u64),
    /// A whole number below 0.
    Negative(i64),
    /// Any other number; finite.
    Number(f64),
    Text(String),
    List(Vec<Json>),
    /// The fields in the order of the file, those that are named twice too.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// What it is, in the words of a problem.
    fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) | Self::Negative(_) | Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Why a text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    /// Line of the first offence, from 1.
    pub line: usize,
    /// Column in that line, in bytes, from 1; 0 for the line's very beginning.
    pub column: usize,
    /// What was expected there, or what the reader said.
    pub reason: String,
    /// Whether it was the reader that failed, and not the text.
    pub is_reader: bool,
}

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads all that a reader gives.
///
/// # Errors
/// If the reader fails or the text is not JSON.
pub(crate) fn read(reader: &mut dyn Read) -> Result<Json, NotJson> {
    let mut text = BufReader::new(reader);
    // A byte-order mark says nothing, and editors put one before a text.
    if text.fill_buf().is_ok_and(|head| head.starts_with(BYTE_ORDER_MARK)) {
        text.consume(BYTE_ORDER_MARK.len());
    }
    let mut text = serde_json::Deserializer::from_reader(text);
    let value = Json::deserialize(&mut text).and_then(|value| text.end().map(|()| value));
    value.map_err(|error| NotJson {
        line: error.line(),
        column: error.column(),
        reason: reason(&error),
        is_reader: error.classify() == Category::Io,
    })
}

/// Reads a value of a type, and nothing that does not fit it wholly.
///
/// # Errors
/// Why not.
pub(crate) fn from_text<T: FromJson>(text: &str) -> Result<T, Refusal> {
    let mut place = Place::default();
    let value = read(&mut text.as_bytes()).map_err(Refusal::NotJson)?;
    T::from_json(value, &mut place).filter(|_| place.misfits.is_empty()).ok_or(Refusal::Misfit)
}

/// Why a text is not a value of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no JSON at all.
    NotJson(NotJson),
    /// It is of another shape.
    Misfit,
}

/// The message without the " at line 3 column 7" that `serde_json` puts behind it.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AsItStands)
    }
}

struct AsItStands;

impl<'de> Visitor<'de> for AsItStands {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Negative(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn misfits<T: FromJson>(text: &str) -> Vec<(String, String)> {
        let mut place = Place::default();
        let value = read(&mut text.as_bytes()).unwrap_or(Json::Null);
        let whole = T::from_json(value, &mut place).is_some();
        assert_eq!(whole, place.misfits.is_empty(), "{text}");
        place.misfits.into_iter().map(|misfit| (misfit.path, misfit.reason)).collect()
    }

    fn fits<T: FromJson + PartialEq + fmt::Debug>(text: &str, value: T) {
        assert_eq!(from_text(text), Ok(value));
    }

    #[test]
    fn every_kind_of_value_is_read() {
        fits("18446744073709551615", u64::MAX);
        fits("4294967295", u32::MAX);
        fits("-9223372036854775808", i64::MIN);
        fits("9223372036854775807", i64::MAX);
        fits("7", 7.0);
        fits("-7", -7.0);
        fits("0.25e1", 2.5);
        fits("true", true);
        fits("null", None::<bool>);
        fits(r#""\u00e9\n\"""#, "\u{e9}\n\"".to_owned());
        fits(r#"["a", "b"]"#, ("a".to_owned(), "b".to_owned()));
        fits(
            r#"{"a": [1, 2], "b": []}"#,
            BTreeMap::from([("a".to_owned(), vec![1_u64, 2]), ("b".to_owned(), vec![])]),
        );
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_path() {
        let told = |path: &str, reason: &str| vec![(path.to_owned(), reason.to_owned())];
        assert_eq!(misfits::<u32>("4294967296"), told("$", "4294967296 is too large"));
        assert_eq!(misfits::<i64>("9223372036854775808"), told("$", "9223372036854775808 is too large"));
        assert_eq!(misfits::<u64>("-1"), told("$", "expected a whole number from 0, found a number"));
        assert_eq!(misfits::<f64>("\"1\""), told("$", "expected a number, found a text"));
        assert_eq!(misfits::<bool>("null"), told("$", "expected true or false, found null"));
        assert_eq!(misfits::<Vec<bool>>("{}"), told("$", "expected a list, found an object"));
        assert_eq!(misfits::<(String, String)>(r#"["a"]"#), told("$", "expected two texts"));
        let both = misfits::<Vec<BTreeMap<String, bool>>>(r#"[{"a": 1}, {}, {"b": []}]"#);
        let reasons = ["expected true or false, found a number", "expected true or false, found a list"];
        assert_eq!(both, [told("$[0].a", reasons[0]), told("$[2].b", reasons[1])].concat());
    }

    #[test]
    fn fields_named_twice_are_kept_apart_and_told() {
        let Ok(value) = read(&mut r#"{"a": 1, "b": 2, "a": 3}"#.as_bytes()) else {
            unreachable!("it is JSON")
        };
        let mut place = Place::default();
        let fields = place.fields(value).map(|mut fields| {
            let first = fields.needed::<u64>("a");
            fields.close();
            first
        });
        assert_eq!(fields, Some(Some(1)));
        assert_eq!(place.unread, ["$.b"]);
        let reasons: Vec<_> = place.misfits.iter().map(|misfit| misfit.reason.as_str()).collect();
        assert_eq!(reasons, ["field `a` stands there twice"]);
    }

    #[test]
    fn what_is_no_json_is_told_by_its_place() {
        for (text, line, column) in
            [("", 1, 0), ("[1,]", 1, 4), ("{}\n]", 2, 1), ("[1e999]", 1, 7), ("nul", 1, 3)]
        {
            let Err(Refusal::NotJson(error)) = from_text::<Vec<u64>>(text) else { unreachable!("{text}") };
            assert_eq!((error.line, error.column, error.is_reader), (line, column, false), "{text}");
        }
        assert_eq!(from_text::<Vec<u64>>("[-1]"), Err(Refusal::Misfit));
    }
}
