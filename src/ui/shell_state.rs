//! View state that parts of the page share: what is open above it.

use yew::prelude::*;

use crate::deck::TermId;

/// Opens the meaning of a glossary term where the reader is.
#[derive(Clone, PartialEq)]
pub struct OpenTerm(pub Callback<TermId>);
