//! Texts, numbers, lists and maps of the standard library, read from JSON.

use std::collections::{BTreeMap, BTreeSet};

use super::{FromJson, Place, Step};
use crate::deck::json::Json;

/// A whole number from 0 in a type that may be too small for it.
fn whole<T: TryFrom<u64>>(value: Json, place: &mut Place) -> Option<T> {
    let number = u64::from_json(value, place)?;
    T::try_from(number).ok().or_else(|| place.misfit(format!("{number} is too large")))
}

impl FromJson for String {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Text(text) => Some(text),
            other => place.expected("a text", &other),
        }
    }
}

impl FromJson for bool {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Bool(value) => Some(value),
            other => place.expected("true or false", &other),
        }
    }
}

impl FromJson for u64 {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Whole(number) => Some(number),
            other => place.expected("a whole number from 0", &other),
        }
    }
}

impl FromJson for u32 {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        whole(value, place)
    }
}

impl FromJson for usize {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        whole(value, place)
    }
}

impl FromJson for i64 {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Negative(number) => Some(number),
            other => whole(other, place),
        }
    }
}

impl FromJson for i32 {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let number = i64::from_json(value, place)?;
        Self::try_from(number).ok().or_else(|| place.misfit(format!("{number} is out of range")))
    }
}

impl FromJson for f64 {
    // A whole number above 2^53 becomes the nearest that a float has, as in any other JSON reader.
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Number(number) => Some(number),
            Json::Whole(number) => Some(number as Self),
            Json::Negative(number) => Some(number as Self),
            other => place.expected("a number", &other),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        match value {
            Json::Null => Some(None),
            value => T::from_json(value, place).map(Some),
        }
    }
}

/// All of it or nothing: see [`Fields::readable`] for a list that can do without some.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (readable, are_all) = place.elements(value, false)?;
        are_all.then_some(readable)
    }
}

impl<T: FromJson + Ord> FromJson for BTreeSet<T> {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let list = Vec::from_json(value, place)?;
        let mut set = Self::new();
        set.extend(list);
        Some(set)
    }
}

impl<K: From<String> + Ord, T: FromJson> FromJson for BTreeMap<K, T> {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let Json::Object(fields) = value else { return place.expected("an object", &value) };
        let mut map = Self::new();
        for (name, value) in fields {
            let value = place.read(Step::Key(name.clone()), value)?;
            map.insert(K::from(name), value);
        }
        Some(map)
    }
}

/// A list of two.
impl FromJson for (String, String) {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let list = Vec::from_json(value, place)?;
        match <[String; 2]>::try_from(list) {
            Ok([first, second]) => Some((first, second)),
            Err(_) => place.misfit("expected two texts"),
        }
    }
}
