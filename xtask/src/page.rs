//! `index.html`: the template, what is put into it, and the policy that it carries.

use crate::failure::{Failure, Outcome};
use crate::hash;

/// Puts the values in for `{{name}}` and drops the template's comments. What is put in is never read
/// again, so a deck that speaks of `{{title}}` stays as it is. Every value must be asked for.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let template = without_comments(template);
    if let Some((name, _)) = values.iter().find(|(name, _)| !template.contains(&format!("{{{{{name}}}}}"))) {
        return Err(Failure::new(format!("index.html has no place for {{{{{name}}}}}. Put it back.")));
    }
    let mut page = String::with_capacity(template.len());
    let mut rest = template.as_str();
    while let Some((before, name, after)) = next_place(rest) {
        let value =
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).ok_or_else(|| {
                Failure::new(format!("index.html asks for {{{{{name}}}}}, which nothing gives. Take it out."))
            })?;
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (name, after) = rest.split_once("}}")?;
    Some((before, name, after))
}

/// Without comments, indentation and empty lines.
fn without_comments(template: &str) -> String {
    let mut kept = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The scripts of the page as one, with names of their own. HTML would end a script early at these
/// marks, whatever string or comment they stand in.
pub fn one_script(parts: &[String]) -> Outcome<String> {
    let script = format!("(() => {{\n\"use strict\";\n{}\n}})();", parts.join("\n"));
    let lower = script.to_lowercase();
    match ["</script", "<script", "<!--"].into_iter().find(|mark| lower.contains(mark)) {
        Some(mark) => Err(Failure::new(format!("The page's script holds `{mark}`. Write it in two parts."))),
        None => Ok(script),
    }
}

/// The Content-Security-Policy: nothing but this site's own files, the one inline script and the one
/// inline style.
pub fn policy(script: &str, style: &str) -> String {
    let script = hash::integrity(script.as_bytes());
    let style = hash::integrity(style.as_bytes());
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' '{script}'"),
        &format!("style-src 'self' '{style}'"),
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types factdeck",
    ]
    .join("; ")
}

/// Text as HTML, in an element or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
        fill(template, values).map_err(|failure| failure.to_string())
    }

    #[test]
    fn values_are_put_in_and_not_read_again() {
        let page = filled(
            "<!-- {{x}} -->\n  <p>{{story}}</p>\n\n<b>{{title}}</b>",
            &[("story", "says {{title}} <!-- and more"), ("title", "T")],
        );
        assert_eq!(page.as_deref(), Ok("<p>says {{title}} <!-- and more</p>\n<b>T</b>"));
    }

    #[test]
    fn a_place_without_value_and_a_value_without_place_are_refused() {
        assert!(filled("{{a}}", &[]).is_err());
        assert!(filled("", &[("a", "")]).is_err());
    }

    #[test]
    fn the_policy_names_the_hash_of_exactly_the_inlined_text() {
        let policy = policy("", "a{}");
        assert!(policy.contains(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        ));
        assert!(policy.contains(&format!("style-src 'self' '{}'; ", hash::integrity(b"a{}"))));
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("ws:"));
    }

    #[test]
    fn a_script_that_html_would_cut_is_refused() {
        assert!(one_script(&["let a = '</SCRIPT>';".to_owned()]).is_err());
        assert!(one_script(&["let a = 1;".to_owned()]).is_ok_and(|script| script.contains("let a = 1;")));
    }

    #[test]
    fn a_title_cannot_leave_its_attribute() {
        assert_eq!(escape("a\"><script>'&"), "a&quot;&gt;&lt;script&gt;&#39;&amp;");
    }
}
