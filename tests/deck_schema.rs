//! The committed schema is the one that the types give, and the reader reads what it describes.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use factdeck::deck::{LoadError, load, schema};
use serde_json::{Value, json};

#[test]
fn the_committed_schema_is_in_step_with_the_types() {
    let committed = include_str!("../assets/decks/deck.schema.json");
    assert!(schema::text() == committed, "run `cargo xtask schema` and commit assets/decks/deck.schema.json");
}

#[test]
fn the_schema_accepts_the_sound_deck() {
    let deck = serde_json::from_str(include_str!("decks/sound.json")).unwrap();
    let root = serde_json::from_str(&schema::text()).unwrap();
    fits(&deck, &root, &root, "$");
}

/// What it lacks, no test of it would try.
#[test]
fn the_sound_deck_has_every_field_of_the_schema() {
    let deck = serde_json::from_str(include_str!("decks/sound.json")).unwrap();
    let schema = serde_json::from_str(&schema::text()).unwrap();
    let (mut has, mut knows) = (BTreeSet::new(), BTreeSet::new());
    names_of_fields(&deck, &mut has, &|_| true);
    names_of_fields(&schema, &mut knows, &|around| around == "properties");
    assert_eq!(knows.difference(&has).collect::<Vec<_>>(), [] as [&String; 0]);
}

/// The names of all fields of the objects in a value which stand in a field that `counts`.
fn names_of_fields(value: &Value, found: &mut BTreeSet<String>, counts: &dyn Fn(&str) -> bool) {
    fn walk(value: &Value, around: &str, found: &mut BTreeSet<String>, counts: &dyn Fn(&str) -> bool) {
        match value {
            Value::Object(fields) => {
                if counts(around) {
                    found.extend(fields.keys().cloned());
                }
                fields.iter().for_each(|(name, field)| walk(field, name, found, counts));
            }
            Value::Array(elements) => elements.iter().for_each(|element| walk(element, "", found, counts)),
            _ => {}
        }
    }
    walk(value, "", found, counts);
}

/// Each field of the sound deck is taken away, misspelt and replaced in turn: the reader asks for those that
/// the schema requires, goes without the others, knows no further ones, and says where.
#[test]
fn the_reader_needs_what_the_schema_requires() {
    let deck: Value = serde_json::from_str(include_str!("decks/sound.json")).unwrap();
    let root: Value = serde_json::from_str(&schema::text()).unwrap();
    let mut places = Vec::new();
    objects(&deck, &root, &root, "", &mut places);
    assert!(places.len() > 110, "the sound deck has an object of each kind, and more: {}", places.len());
    for (pointer, required) in places {
        let object = deck.pointer(&pointer).unwrap().as_object().unwrap();
        let at = path(&pointer);
        for name in object.keys() {
            let with = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                let mut deck = deck.clone();
                change(deck.pointer_mut(&pointer).unwrap().as_object_mut().unwrap());
                load(deck.to_string().as_bytes())
            };
            let shape = |path: String, reason: &str| Err((path, reason.to_owned()));
            let told = |loaded: Result<_, LoadError>| match loaded {
                Ok(_) => Ok(()),
                Err(LoadError::Shape { path, reason }) => Err((path, reason)),
                Err(other) => panic!("{other:?}"),
            };

            let without = told(with(&|fields| drop(fields.remove(name))));
            if required.contains(name) {
                assert_eq!(without, shape(at.clone(), &format!("missing field `{name}`")));
            } else {
                assert_eq!(without, Ok(()), "{at}.{name}");
            }

            let strange = told(with(&|fields| drop(fields.insert(name.clone(), json!([[[]]])))));
            let (place, _) = strange.expect_err(&format!("{at}.{name} takes anything"));
            assert!(place.starts_with(&format!("{at}.{name}")), "{place} for {at}.{name}");

            let more = with(&|fields| drop(fields.insert(format!("{name}-"), json!(1)))).unwrap();
            assert_eq!(more.unknown_fields, [format!("{at}.{name}-")]);
        }
    }
}

/// Every object of a value that the schema describes, by JSON pointer, with the fields that it requires.
fn objects(value: &Value, described: &Value, root: &Value, at: &str, found: &mut Vec<(String, Vec<String>)>) {
    let layers = layers(value, described, root);
    match value {
        Value::Object(fields) => {
            let required = layers.iter().filter_map(|layer| layer["required"].as_array()).flatten();
            found.push((at.to_owned(), required.map(|name| name.as_str().unwrap().to_owned()).collect()));
            for (name, field) in fields {
                let property = layers.iter().find_map(|layer| layer["properties"].get(name)).unwrap();
                objects(field, property, root, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(elements) => {
            let of_elements = layers.iter().find_map(|layer| layer.get("items")).unwrap();
            for (position, element) in elements.iter().enumerate() {
                objects(element, of_elements, root, &format!("{at}/{position}"), found);
            }
        }
        _ => {}
    }
}

/// `/items/3/stem` as `$.items[3].stem`.
fn path(pointer: &str) -> String {
    pointer.split('/').skip(1).fold("$".to_owned(), |path, step| match step.parse::<usize>() {
        Ok(position) => format!("{path}[{position}]"),
        Err(_) => format!("{path}.{step}"),
    })
}

/// Walks a deck along the schema: every field is described there, and none that is required is missing.
fn fits(value: &Value, described: &Value, root: &Value, path: &str) {
    let layers = layers(value, described, root);
    match value {
        Value::Object(fields) => {
            for required in layers.iter().filter_map(|layer| layer["required"].as_array()).flatten() {
                assert!(fields.contains_key(required.as_str().unwrap()), "{path}: {required} is missing");
            }
            for (name, field) in fields {
                let property = layers.iter().find_map(|layer| layer["properties"].get(name));
                let property = property.unwrap_or_else(|| panic!("{path}.{name} is not described"));
                fits(field, property, root, &format!("{path}.{name}"));
            }
        }
        Value::Array(elements) => {
            let of_elements = layers.iter().find_map(|layer| layer.get("items")).expect(path);
            for element in elements {
                fits(element, of_elements, root, &format!("{path}[]"));
            }
        }
        _ => {}
    }
}

/// The parts of the schema that together describe a value: what stands there itself, what it refers
/// to, and of its variants the one of the value's kind.
fn layers<'a>(value: &Value, described: &'a Value, root: &'a Value) -> Vec<&'a Value> {
    let mut layers = vec![described];
    if let Some(reference) = described["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect(reference);
        layers.extend(self::layers(value, target, root));
    }
    let variants = described["oneOf"].as_array().or_else(|| described["anyOf"].as_array());
    let of_kind = |variant: &&Value| {
        let kind = &variant["properties"]["kind"]["const"];
        kind.is_null() || value.get("kind") == Some(kind)
    };
    if let Some(variant) = variants.into_iter().flatten().find(of_kind) {
        layers.extend(self::layers(value, variant, root));
    }
    layers
}
