//! Where the learner is. Routes live in the fragment, so that the app runs in any folder of any host.

use crate::deck::{CardId, ChapterId, TermId};
use crate::quiz::{Ask, Order};

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
}

/// What a link to the quiz asks for. What it leaves out, the learner chooses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuizLink {
    /// Chapters to ask about; empty for all.
    pub chapters: Vec<ChapterId>,
    /// How many items; `None` for all.
    pub count: Option<usize>,
    /// The seed of the shuffle; `None` for a new one.
    pub seed: Option<u64>,
    /// Items and choices in the order of the deck instead of a shuffle.
    pub deck_order: bool,
    /// Leave out "how sure?".
    pub without_sure: bool,
    /// Begin at once, without the page of choices.
    pub start_now: bool,
}

/// A link may not ask for more items than any deck has: a limit on what is read from outside.
const MOST_ITEMS: usize = 100_000;

impl QuizLink {
    /// The plan that the link asks for, with `seed` where it names none.
    pub fn ask(&self, seed: u64) -> Ask {
        Ask {
            chapters: self.chapters.clone(),
            count: self.count,
            seed: self.seed.unwrap_or(seed),
            order: if self.deck_order { Order::Deck } else { Order::Shuffled },
            sure: !self.without_sure,
            again: false,
        }
    }

    /// The link that gives the same quiz again.
    pub fn of(ask: &Ask) -> Self {
        Self {
            chapters: ask.chapters.clone(),
            count: ask.count,
            seed: (ask.order == Order::Shuffled).then_some(ask.seed),
            deck_order: ask.order == Order::Deck,
            without_sure: !ask.sure,
            start_now: true,
        }
    }

    /// Whether `ask` is what this link asks for, whatever the seed if it names none.
    pub fn fits(&self, ask: &Ask) -> bool {
        self.ask(ask.seed) == *ask
    }

    fn parse(query: &str) -> Self {
        let mut link = Self::default();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "chapters" => {
                    link.chapters = value.split(',').filter(|id| is_slug(id)).map(ChapterId::from).collect();
                }
                "count" => link.count = value.parse().ok().filter(|count| (1..=MOST_ITEMS).contains(count)),
                "seed" => link.seed = value.parse().ok(),
                "order" => link.deck_order = value == "deck",
                "sure" => link.without_sure = value == "off",
                "start" => link.start_now = value == "now",
                _ => {}
            }
        }
        link
    }

    fn query(&self) -> String {
        let mut pairs = Vec::new();
        if !self.chapters.is_empty() {
            let ids: Vec<_> = self.chapters.iter().map(ChapterId::as_str).collect();
            pairs.push(format!("chapters={}", ids.join(",")));
        }
        pairs.extend(self.count.map(|count| format!("count={count}")));
        pairs.extend(self.seed.map(|seed| format!("seed={seed}")));
        pairs.extend(self.deck_order.then(|| "order=deck".to_owned()));
        pairs.extend(self.without_sure.then(|| "sure=off".to_owned()));
        pairs.extend(self.start_now.then(|| "start=now".to_owned()));
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

impl Route {
    /// Reads a fragment, with or without its `#`. What it does not know leads to the story.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = path.strip_prefix('/').unwrap_or(path);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        match path.split_once('/') {
            None if path == "quiz" => Self::Quiz(QuizLink::parse(query)),
            None if path == "results" => Self::Results,
            None if path == "review" => Self::Review,
            None if path == "progress" => Self::Progress,
            None if path == "data" => Self::Data,
            Some(("chapter", id)) if is_slug(id) => Self::Chapter(id.into()),
            Some(("card", id)) if is_slug(id) => Self::Card(id.into()),
            Some(("term", id)) if is_slug(id) => Self::Term(id.into()),
            _ => Self::Story,
        }
    }

    /// The fragment that leads here, without its `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Story => "/".to_owned(),
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
        }
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_from_its_own_link() {
        let full = QuizLink {
            chapters: vec!["the-report".into(), "kursk".into()],
            count: Some(10),
            seed: Some(u64::MAX),
            deck_order: true,
            without_sure: true,
            start_now: true,
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

    #[test]
    fn what_is_unknown_or_hostile_leads_somewhere_safe() {
        let cases = [
            ("", Route::Story),
            ("#", Route::Story),
            ("#/nowhere", Route::Story),
            ("#/card/", Route::Story),
            ("#/card/<img>", Route::Story),
            ("#/quiz?count=0", Route::Quiz(QuizLink::default())),
            ("#/quiz?count=99999999999999999999", Route::Quiz(QuizLink::default())),
            ("#/quiz?seed=x&chapters=,<b>&junk", Route::Quiz(QuizLink::default())),
        ];
        for (fragment, expected) in cases {
            assert_eq!(Route::parse(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn a_link_fits_the_sessions_that_it_asks_for() {
        let link = QuizLink { count: Some(10), ..QuizLink::default() };
        assert!(link.fits(&link.ask(7)));
        assert!(!link.fits(&Ask { count: Some(20), ..link.ask(7) }));
        assert!(!QuizLink { seed: Some(8), ..link.clone() }.fits(&link.ask(7)));
    }
}
