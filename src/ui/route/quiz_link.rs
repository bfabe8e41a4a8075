//! What a link to the quiz asks for.

use super::fragment::{nearest, trimmed};
use super::misread::{Misread, What};
use crate::deck::{ChapterId, IndexedDeck};
use crate::quiz::{Ask, Draw, Order};

/// What a link to the quiz asks for. What it leaves out, the learner chooses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuizLink {
    /// Chapters to ask about; empty for all.
    pub chapters: Vec<ChapterId>,
    /// How many items; `None` for all.
    pub count: Option<usize>,
    /// The seed of the shuffle; `None` for a new one.
    pub seed: Option<u64>,
    /// By which rule the seed draws; `None` for the newest, or beside a seed for the first, from before links named
    /// it.
    pub draw: Option<Draw>,
    /// Items and choices in the order of the deck instead of a shuffle.
    pub deck_order: bool,
    /// Leave out "how sure?".
    pub without_sure: bool,
    /// Asks to begin at once, without the page of choices.
    pub start_now: bool,
    /// What of it could not be read as it stands, the first [`MOST_MISREAD`] of them. With any, nothing
    /// begins before the learner has seen them.
    pub misread: Vec<Misread>,
}

/// A link may not ask for more items than any deck has: a limit on what is read from outside.
const MOST_ITEMS: usize = 100_000;
/// How much that could not be read is told.
const MOST_MISREAD: usize = 10;
/// The parameters of a link.
const PARAMETERS: [&str; 7] = ["chapters", "count", "seed", "draw", "order", "sure", "start"];
/// What the parameters take that have words for values.
const ORDERS: [&str; 2] = ["deck", "shuffled"];
const SURES: [&str; 2] = ["off", "on"];
const STARTS: [&str; 1] = ["now"];

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
            draw: self.settled_draw().unwrap_or(Draw::NEWEST),
        }
    }

    /// The rule that this link's quiz was always drawn by; `None` if it asks for another one each time.
    fn settled_draw(&self) -> Option<Draw> {
        self.draw.or_else(|| self.seed.map(|_| Draw::First))
    }

    /// The link that gives the same quiz again.
    pub fn of(ask: &Ask) -> Self {
        Self {
            chapters: ask.chapters.clone(),
            count: ask.count,
            seed: (ask.order == Order::Shuffled).then_some(ask.seed),
            draw: (ask.order == Order::Shuffled).then_some(ask.draw),
            deck_order: ask.order == Order::Deck,
            without_sure: !ask.sure,
            start_now: true,
            misread: Vec::new(),
        }
    }

    /// Whether `ask` is what this link asks for, whatever seed and draw if it names none.
    pub fn fits(&self, ask: &Ask) -> bool {
        Ask { draw: self.settled_draw().unwrap_or(ask.draw), ..self.ask(ask.seed) } == *ask
    }

    /// Whether the link begins its quiz by itself.
    pub fn begins(&self) -> bool {
        self.start_now && self.misread.is_empty()
    }

    /// Reads what stands behind the `?` of a link, once decoded.
    pub(super) fn parse(query: &str) -> Self {
        let mut link = Self::default();
        for pair in query.split('&').map(trimmed).filter(|pair| !pair.is_empty()) {
            let (said, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (said, value) = (trimmed(said), trimmed(value));
            let name = said.to_lowercase();
            if is_of_the_sender(&name) {
                continue;
            }
            let meant = if PARAMETERS.contains(&name.as_str()) {
                Some(name)
            } else {
                let misread = Misread::of(What::Parameter, said, PARAMETERS);
                let meant = misread.meant.clone();
                link.note(misread);
                meant
            };
            if let Some(name) = PARAMETERS.into_iter().find(|known| Some(*known) == meant.as_deref()) {
                link.take(name, value, pair);
            }
        }
        link
    }

    /// Takes the value of a known parameter; `pair` is both as they stand in the link.
    fn take(&mut self, name: &'static str, value: &str, pair: &str) {
        // As a program writes it that has nothing to say here.
        if value.is_empty() && pair.ends_with('=') {
            return;
        }
        let lower = value.to_lowercase();
        let mut word = |known: &[&'static str]| {
            let found = known.iter().copied().find(|word| *word == lower);
            found.or_else(|| {
                let misread = Misread::of(What::Value(name), pair, []);
                let meant = nearest(&lower, known.iter().copied());
                self.note(Misread { meant: meant.map(|meant| format!("{name}={meant}")), ..misread });
                meant
            })
        };
        match name {
            "order" => self.deck_order = word(&ORDERS) == Some("deck"),
            "sure" => self.without_sure = word(&SURES) == Some("off"),
            "start" => self.start_now = word(&STARTS) == Some("now"),
            "chapters" => {
                let ids = value.split(',').map(trimmed).filter(|id| !id.is_empty());
                self.chapters = ids.map(|id| ChapterId::from(id.to_lowercase())).collect();
            }
            "count" => {
                self.count = value.parse().ok().filter(|count| (1..=MOST_ITEMS).contains(count));
                self.note_unless(self.count.is_some(), name, pair);
            }
            "draw" => {
                self.draw = match value {
                    "1" => Some(Draw::First),
                    "2" => Some(Draw::Second),
                    _ => None,
                };
                self.note_unless(self.draw.is_some(), name, pair);
            }
            _ => {
                self.seed = value.parse().ok();
                self.note_unless(self.seed.is_some(), name, pair);
            }
        }
    }

    fn note_unless(&mut self, is_read: bool, name: &'static str, pair: &str) {
        if !is_read {
            self.note(Misread::of(What::Value(name), pair, []));
        }
    }

    fn note(&mut self, misread: Misread) {
        if self.misread.len() < MOST_MISREAD {
            self.misread.push(misread);
        }
    }

    /// The link with the chapters of a deck: one that is misspelt is put right, and each that the deck does
    /// not have is noted.
    pub(super) fn in_deck(mut self, deck: &IndexedDeck) -> Self {
        for at in 0..self.chapters.len() {
            let Some(id) = self.chapters.get(at).filter(|id| deck.chapter(id).is_none()) else { continue };
            let known = deck.chapters.iter().map(|chapter| chapter.id.as_str());
            // What is not told need not be looked for.
            if self.misread.len() == MOST_MISREAD {
                break;
            }
            let misread = Misread::of(What::Chapter, id.as_str(), known);
            if let (Some(meant), Some(chapter)) = (&misread.meant, self.chapters.get_mut(at)) {
                *chapter = meant.as_str().into();
            }
            self.note(misread);
        }
        self
    }

    /// The link's query with its `?`; empty if it asks for nothing.
    pub(super) fn query(&self) -> String {
        let mut pairs = Vec::new();
        if !self.chapters.is_empty() {
            let ids: Vec<_> = self.chapters.iter().map(ChapterId::as_str).collect();
            pairs.push(format!("chapters={}", ids.join(",")));
        }
        pairs.extend(self.count.map(|count| format!("count={count}")));
        pairs.extend(self.seed.map(|seed| format!("seed={seed}")));
        pairs.extend(self.draw.map(|draw| format!("draw={}", draw.name())));
        pairs.extend(self.deck_order.then(|| "order=deck".to_owned()));
        pairs.extend(self.without_sure.then(|| "sure=off".to_owned()));
        pairs.extend(self.start_now.then(|| "start=now".to_owned()));
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Whether a parameter is one that newsletters and networks add to links, to count who follows them.
fn is_of_the_sender(name: &str) -> bool {
    ["utm_", "mc_"].iter().any(|start| name.starts_with(start)) || name.ends_with("clid")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> (String, Vec<(What, String, Option<String>)>) {
        let QuizLink { misread, .. } = QuizLink::parse(query);
        let told = misread.into_iter().map(|Misread { what, said, meant }| (what, said, meant)).collect();
        (QuizLink::parse(query).query(), told)
    }

    #[test]
    fn what_can_be_read_is_read_in_silence() {
        let cases = [
            ("", ""),
            ("count=03&start=now", "?count=3&start=now"),
            ("Count=3&START=Now", "?count=3&start=now"),
            ("chapters= a , b ,&count = 3 ", "?chapters=a,b&count=3"),
            ("order=shuffled&sure=on", ""),
            ("seed=7&draw=2", "?seed=7&draw=2"),
            ("draw=1", "?draw=1"),
            ("count=&chapters=&&seed=", ""),
            ("utm_source=mail&fbclid=x&mc_cid=1&count=2", "?count=2"),
            ("count=2&count=3", "?count=3"),
        ];
        for (query, expected) in cases {
            assert_eq!(read(query), (expected.to_owned(), Vec::new()), "{query}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_noted_and_what_is_clear_is_taken() {
        let cases = [
            ("cuont=10", "?count=10", What::Parameter, "cuont", Some("count")),
            ("limit=10", "", What::Parameter, "limit", None),
            ("junk", "", What::Parameter, "junk", None),
            ("strat=now", "?start=now", What::Parameter, "strat", Some("start")),
            ("order=dekc", "?order=deck", What::Value("order"), "order=dekc", Some("order=deck")),
            ("order=random", "", What::Value("order"), "order=random", None),
            ("draw=3", "", What::Value("draw"), "draw=3", None),
            ("sure=of", "", What::Value("sure"), "sure=of", None),
            ("start=mow", "?start=now", What::Value("start"), "start=mow", Some("start=now")),
            ("start", "", What::Value("start"), "start", None),
            ("count=ten", "", What::Value("count"), "count=ten", None),
            ("count=0", "", What::Value("count"), "count=0", None),
            ("count=-1", "", What::Value("count"), "count=-1", None),
            ("count=100001", "", What::Value("count"), "count=100001", None),
            ("seed=99999999999999999999", "", What::Value("seed"), "seed=99999999999999999999", None),
        ];
        for (query, expected, what, said, meant) in cases {
            let told = vec![(what, said.to_owned(), meant.map(str::to_owned))];
            assert_eq!(read(query), (expected.to_owned(), told), "{query}");
        }
    }

    #[test]
    fn nothing_begins_while_anything_is_misread() {
        for (query, begins) in [
            ("start=now", true),
            ("start=now&count=x", false),
            ("start=now&count=3&foo=", false),
            ("", false),
        ] {
            assert_eq!(QuizLink::parse(query).begins(), begins, "{query}");
        }
    }

    #[test]
    fn a_link_of_nonsense_is_told_in_part() {
        let query: String = "p=x&".repeat(10_000);
        assert_eq!(QuizLink::parse(&query).misread.len(), MOST_MISREAD);
    }

    #[test]
    fn a_link_fits_the_sessions_that_it_asks_for() {
        let link = QuizLink { count: Some(10), ..QuizLink::default() };
        assert!(link.fits(&link.ask(7)));
        assert!(!link.fits(&Ask { count: Some(20), ..link.ask(7) }));
        assert!(!QuizLink { seed: Some(8), ..link.clone() }.fits(&link.ask(7)));
    }

    #[test]
    fn a_link_with_a_seed_keeps_to_the_draw_of_its_time() {
        // What it says, the draw of its quiz, and which sessions it fits: of the first draw, of the second.
        let cases = [
            ("", Draw::NEWEST, [true, true]),
            ("seed=7", Draw::First, [true, false]),
            ("seed=7&draw=1", Draw::First, [true, false]),
            ("seed=7&draw=2", Draw::Second, [false, true]),
            ("draw=1", Draw::First, [true, false]),
        ];
        for (query, draw, fits) in cases {
            let link = QuizLink::parse(query);
            assert_eq!(link.ask(7).draw, draw, "{query}");
            let asks = [Draw::First, Draw::Second].map(|draw| Ask { draw, ..link.ask(7) });
            assert_eq!(asks.each_ref().map(|ask| link.fits(ask)), fits, "{query}");
            for ask in asks {
                let again = QuizLink::of(&ask);
                assert_eq!(QuizLink::parse(again.query().trim_start_matches('?')).ask(0), ask, "{query}");
            }
        }
    }
}
