//! The names by which the program's wasm and its script know each other, made short.
//!
//! wasm-bindgen names what the two call in each other by kind, type and hash: over 200 names of 40 letters
//! and more, in both files, that hardly compress. wasm-opt gives short ones to the wasm and prints them;
//! esbuild is handed them for the script.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};

/// The properties of the script that esbuild renames: all that wasm-bindgen makes names for, the memory,
/// and the module that the imports stand in.
pub const IN_SCRIPT: &str = r"^(__wb|__externref_|wasm_bindgen_|memory$|\./)";
/// What wasm-opt calls the module that the imports stand in; it prints the short names of all but this.
const MODULE: &str = "a";

/// What wasm-opt prints.
#[derive(Deserialize)]
struct Printed {
    /// Module, name and short name of what the wasm asks for.
    imports: Vec<(String, String, String)>,
    /// Name and short name of what it gives.
    exports: Vec<(String, String)>,
}

/// The names as wasm-opt prints them, in the form that esbuild reads: a JSON object of long to short.
pub fn for_esbuild(printed: &str) -> Outcome<String> {
    let Printed { imports, exports } = serde_json::from_str(printed).map_err(|error| unclear(&error))?;
    let modules = imports.iter().map(|(module, ..)| (module.as_str(), MODULE));
    let imports = imports.iter().map(|(_, name, short)| (name.as_str(), short.as_str()));
    let exports = exports.iter().map(|(name, short)| (name.as_str(), short.as_str()));
    let names: BTreeMap<&str, &str> = modules.chain(imports).chain(exports).collect();
    serde_json::to_string(&names).map_err(|error| unclear(&error))
}

fn unclear(error: &serde_json::Error) -> Failure {
    Failure::new(format!("What wasm-opt says of names is not clear: {error}. Is it another version?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_imports_and_exports_get_the_short_names_of_the_wasm() {
        let printed = r#"{ "imports": [["./f.js", "__wbg_get_12", "$"], ["./f.js", "__wbg_get_1", "b"]],
            "exports": [["memory", "c"], ["__wbindgen_free", "d"]] }"#;
        assert_eq!(
            for_esbuild(printed).ok().as_deref(),
            Some(r#"{"./f.js":"a","__wbg_get_1":"b","__wbg_get_12":"$","__wbindgen_free":"d","memory":"c"}"#)
        );
    }

    #[test]
    fn what_another_wasm_opt_may_print_is_refused() {
        assert!(for_esbuild("").is_err());
        assert!(for_esbuild(r#"{ "imports": [["__wbg_get_1", "b"]], "exports": [] }"#).is_err());
    }
}
