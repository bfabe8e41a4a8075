//! The committed schema is the one that the types give.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use factdeck::deck::schema;
use serde_json::Value;

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
