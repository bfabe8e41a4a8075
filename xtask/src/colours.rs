//! Colours for engines without `light-dark()`: the light half of each.

/// Stands around what only engines with the function may read.
const KNOWN: &str = "@supports (color: light-dark(#000, #fff))";

/// A style sheet in which each custom property whose value is a `light-dark(light, dark)` has its light half,
/// and behind them all, where the function is known, both. An engine without it takes any custom property for
/// valid, and then has no colour at all: black on black, and dialogs that are seen through.
///
/// Reads the sheets as we write them: one declaration a line, of plain colours, in `:root`.
pub fn with_light_first(style: &str) -> String {
    let lines: Vec<(&str, Option<String>)> = style.lines().map(|line| (line, light_half(line))).collect();
    let both: Vec<&str> = lines.iter().filter(|(_, light)| light.is_some()).map(|(line, _)| *line).collect();
    let mut sheet: String =
        lines.iter().flat_map(|(line, light)| [light.as_deref().unwrap_or(line), "\n"]).collect();
    if !both.is_empty() {
        sheet.push_str(&[KNOWN, " {\n:root {\n", &both.join("\n"), "\n}\n}\n"].concat());
    }
    sheet
}

/// The declaration with the light colour alone; `None` if it is none of a custom property with two.
fn light_half(line: &str) -> Option<String> {
    let (name, colours) = line.split_once("light-dark(").filter(|(name, _)| name.trim().starts_with("--"))?;
    let (light, _) = colours.strip_suffix(");")?.split_once(", ")?;
    Some(format!("{name}{light};"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    #[test]
    fn the_light_half_comes_first() {
        let sheet = ":root {\n  --ink: light-dark(#182124, #e5eae9);\n  --gap: 1rem;\n}\na {\n  top: 0;\n}";
        let expected = ":root {\n  --ink: #182124;\n  --gap: 1rem;\n}\na {\n  top: 0;\n}\n\
            @supports (color: light-dark(#000, #fff)) {\n:root {\n  --ink: light-dark(#182124, #e5eae9);\n}\n}\n";
        assert_eq!(with_light_first(sheet), expected);
        assert_eq!(with_light_first("a {\n  top: 0;\n}\n"), "a {\n  top: 0;\n}\n");
    }

    /// What is left of a sheet for an engine that does not know the function.
    fn without_the_function(sheet: &str) -> String {
        let mut rest = sheet.to_owned();
        while let Some(start) = rest.find(KNOWN) {
            let mut depth = 0_i32;
            let end = rest[start..].char_indices().find_map(|(at, letter)| {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                (letter == '}' && depth == 0).then_some(start + at + 1)
            });
            rest.replace_range(start..end.unwrap_or(rest.len()), "");
        }
        rest
    }

    #[test]
    fn nothing_of_our_style_needs_the_function() {
        let folder = files::root().join("assets/style");
        let mut colours = 0;
        for name in files::list(&folder) {
            let sheet = with_light_first(&files::read_text(&folder.join(&name)).unwrap_or_default());
            let code: Vec<&str> =
                sheet.split("/*").map(|part| part.rsplit("*/").next().unwrap_or("")).collect();
            let left = without_the_function(&code.concat());
            assert!(!left.contains("light-dark("), "{name} has colours that only some engines know");
            assert!(!left.contains("color-scheme: light dark"), "{name} goes dark without dark colours");
            colours += sheet.matches("light-dark(").count();
        }
        assert!(colours > 14, "the style sheets were read");
    }
}
