//! Where the learner is. Routes live in the fragment, so that the app runs in any folder of any host.

mod fragment;
mod misread;
mod quiz_link;

use crate::deck::{CardId, ChapterId, IndexedDeck, TermId};

pub use misread::{Misread, What};
pub use quiz_link::QuizLink;

/// A page, and the place on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Route {
    /// The story from its top.
    #[default]
    Story,
    /// The story at a chapter.
    Chapter(ChapterId),
    /// The story at a card.
    Card(CardId),
    /// The story with a glossary term open.
    Term(TermId),
    /// The quiz: the session that is under way, else what to choose for one.
    Quiz(QuizLink),
    /// What the last session came to.
    Results,
    /// What is due to be asked again.
    Review,
    /// What is remembered, and how it went.
    Progress,
    /// What is stored, to take along or to erase.
    Data,
    /// No place that there is.
    Unknown(Unknown),
}

/// A place that there is not, or that the deck does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// What the address names.
    pub misread: Misread,
    /// The place that was meant, where that is clear.
    pub meant: Option<Box<Route>>,
}

impl Unknown {
    fn of<'a>(
        what: What,
        said: &str,
        known: impl IntoIterator<Item = &'a str>,
        place: impl FnOnce(&str) -> Route,
    ) -> Route {
        let misread = Misread::of(what, said, known);
        let meant = misread.meant.as_deref().map(place).map(Box::new);
        Route::Unknown(Self { misread, meant })
    }
}

/// The pages, as addresses name them.
const PAGES: [&str; 6] = ["story", "quiz", "results", "review", "progress", "data"];

impl Route {
    /// Reads a fragment, with or without its `#`, and finds its place in a deck.
    pub fn read(fragment: &str, deck: &IndexedDeck) -> Self {
        Self::parse(fragment).in_deck(deck)
    }

    /// Reads a fragment, with or without its `#`, without a look at the deck. An anchor of another page's
    /// kind, such as that of the skip link, leads to the story.
    pub fn parse(fragment: &str) -> Self {
        let text = fragment::plain(fragment);
        let (path, query) = text.split_once('?').unwrap_or((&text, ""));
        let said = fragment::trimmed(path).trim_matches('/');
        let words: Vec<String> = said.split('/').map(|word| fragment::trimmed(word).to_lowercase()).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [""] => Self::Story,
            ["chapter", id] => Self::Chapter((*id).into()),
            ["card", id] => Self::Card((*id).into()),
            ["term", id] => Self::Term((*id).into()),
            [page] if PAGES.contains(page) => Self::of_page(page, query),
            [page] => match Unknown::of(What::Page, page, PAGES, |page| Self::of_page(page, query)) {
                Self::Unknown(Unknown { meant: None, .. }) if !text.starts_with('/') => Self::Story,
                unknown => unknown,
            },
            _ if !text.starts_with('/') => Self::Story,
            _ => Unknown::of(What::Page, said, [], |_| Self::Story),
        }
    }

    fn of_page(name: &str, query: &str) -> Self {
        match name {
            "quiz" => Self::Quiz(QuizLink::parse(query)),
            "results" => Self::Results,
            "review" => Self::Review,
            "progress" => Self::Progress,
            "data" => Self::Data,
            _ => Self::Story,
        }
    }

    fn in_deck(self, deck: &IndexedDeck) -> Self {
        let cards = || deck.chapters.iter().flat_map(|chapter| &chapter.cards).map(|card| card.id.as_str());
        match self {
            Self::Chapter(id) if deck.chapter(&id).is_none() => {
                let chapters = deck.chapters.iter().map(|chapter| chapter.id.as_str());
                Unknown::of(What::Chapter, id.as_str(), chapters, |id| Self::Chapter(id.into()))
            }
            Self::Card(id) if !cards().any(|card| card == id.as_str()) => {
                Unknown::of(What::Card, id.as_str(), cards(), |id| Self::Card(id.into()))
            }
            Self::Term(id) if deck.term(&id).is_none() => {
                let terms = deck.glossary.iter().map(|term| term.id.as_str());
                Unknown::of(What::Term, id.as_str(), terms, |id| Self::Term(id.into()))
            }
            Self::Quiz(link) => Self::Quiz(link.in_deck(deck)),
            other => other,
        }
    }

    /// The fragment that leads here, without its `#`; to no known place, the story's.
    pub fn fragment(&self) -> String {
        match self {
            Self::Story | Self::Unknown(_) => "/".to_owned(),
            Self::Chapter(id) => format!("/chapter/{id}"),
            Self::Card(id) => format!("/card/{id}"),
            Self::Term(id) => format!("/term/{id}"),
            Self::Quiz(link) => format!("/quiz{}", link.query()),
            Self::Results => "/results".to_owned(),
            Self::Review => "/review".to_owned(),
            Self::Progress => "/progress".to_owned(),
            Self::Data => "/data".to_owned(),
        }
    }

    /// The fragment as links have it, with its `#`.
    pub fn href(&self) -> String {
        format!("#{}", self.fragment())
    }

    /// The id of the element that the route points at; it equals the fragment, so that the same link
    /// works in the page without scripts. `None` for the top of a page.
    pub fn anchor(&self) -> Option<String> {
        match self {
            Self::Chapter(_) | Self::Card(_) | Self::Term(_) => Some(self.fragment()),
            _ => None,
        }
    }

    /// The value of `data-page`.
    pub const fn page(&self) -> &'static str {
        match self {
            Self::Story | Self::Chapter(_) | Self::Card(_) | Self::Term(_) => "story",
            Self::Quiz(_) => "quiz",
            Self::Results => "results",
            Self::Review => "review",
            Self::Progress => "progress",
            Self::Data => "data",
            Self::Unknown(_) => "unknown",
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::quiz::Draw;

    #[test]
    fn every_route_reads_back_from_its_own_link() {
        let full = QuizLink {
            chapters: vec!["the-report".into(), "kursk".into()],
            count: Some(10),
            seed: Some(u64::MAX),
            draw: Some(Draw::Second),
            deck_order: true,
            without_sure: true,
            start_now: true,
            misread: Vec::new(),
        };
        let routes = [
            Route::Story,
            Route::Chapter("kursk".into()),
            Route::Card("c1".into()),
            Route::Term("shahed".into()),
            Route::Quiz(QuizLink::default()),
            Route::Quiz(full),
            Route::Results,
            Route::Review,
            Route::Progress,
            Route::Data,
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route);
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    fn sound() -> IndexedDeck {
        let deck = include_bytes!("../../../tests/decks/sound.json");
        IndexedDeck::new(
            crate::deck::load(deck.as_slice()).expect("a sound deck").deck,
            crate::deck::normalize,
        )
    }

    #[test]
    fn links_are_read_as_they_were_meant() {
        let ten = Route::Quiz(QuizLink { count: Some(10), ..QuizLink::default() });
        let light = Route::Quiz(QuizLink { chapters: vec!["the-light".into()], ..QuizLink::default() });
        let cases = [
            ("", Route::Story),
            ("#", Route::Story),
            ("#/", Route::Story),
            ("#/story", Route::Story),
            // The skip link, and what others put behind an address.
            ("#main", Route::Story),
            ("#:~:text=drone", Route::Story),
            ("#a/b", Route::Story),
            ("#/quiz/", Route::Quiz(QuizLink::default())),
            ("#/quiz/?", Route::Quiz(QuizLink::default())),
            ("#/quiz?", Route::Quiz(QuizLink::default())),
            ("#quiz", Route::Quiz(QuizLink::default())),
            ("#//Quiz/?count=10", ten.clone()),
            ("#/quiz%3Fcount%3D10", ten.clone()),
            ("#%2Fquiz%2F%3Fcount=10.", ten),
            ("#/quiz?chapters=the%2Dlight%2C", light.clone()),
            ("#/quiz?chapters=%20The-Light%20,", light),
            ("#/chapter/the-light/", Route::Chapter("the-light".into())),
            ("#/data/ ", Route::Data),
            ("#/progress?utm_source=x", Route::Progress),
        ];
        for (fragment, expected) in cases {
            assert_eq!(Route::read(fragment, &sound()), expected, "{fragment}");
        }
    }

    #[test]
    fn what_there_is_not_is_named_with_what_was_meant() {
        use What::{Card, Chapter, Page, Term};
        let cases = [
            ("#/quizz?count=3", Page, "quizz", Some("/quiz?count=3")),
            ("#reveiw", Page, "reveiw", Some("/review")),
            ("#/nowhere", Page, "nowhere", None),
            ("#/nowhere/else/", Page, "nowhere/else", None),
            ("#/card/", Page, "card", None),
            ("#/<img>x", Page, "<img>x", None),
            ("#/chapter/the-ligth", Chapter, "the-ligth", Some("/chapter/the-light")),
            ("#/chapter/x", Chapter, "x", None),
            ("#/card/<img>x", Card, "<img>x", None),
            ("#/term/fresnle", Term, "fresnle", Some("/term/fresnel")),
        ];
        for (fragment, what, said, meant) in cases {
            let Route::Unknown(unknown) = Route::read(fragment, &sound()) else {
                panic!("{fragment} leads somewhere");
            };
            assert_eq!((unknown.misread.what, unknown.misread.said.as_str()), (what, said), "{fragment}");
            assert_eq!(unknown.meant.map(|route| route.fragment()).as_deref(), meant, "{fragment}");
        }
    }

    #[test]
    fn a_chapter_that_the_deck_does_not_have_is_noted() {
        let cases = [
            ("the-light,no-such", "the-light,no-such", vec![("no-such", None)]),
            ("the-ligth", "the-light", vec![("the-ligth", Some("the-light"))]),
            ("<b>x", "<b>x", vec![("<b>x", None)]),
        ];
        for (chapters, expected, noted) in cases {
            let fragment = format!("#/quiz?chapters={chapters}&start=now");
            let Route::Quiz(link) = Route::read(&fragment, &sound()) else { panic!("{fragment}") };
            assert!(!link.begins(), "{fragment}");
            assert_eq!(link.query(), format!("?chapters={expected}&start=now"));
            let misread = link.misread.iter().map(|one| (one.said.as_str(), one.meant.as_deref()));
            assert_eq!(misread.collect::<Vec<_>>(), noted, "{fragment}");
        }
    }
}
