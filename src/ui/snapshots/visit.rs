//! A learner's visit to the app without a browser: what is done, then the page that shows it.

use std::rc::Rc;

use yew::{LocalServerRenderer, Reducible};

use super::markup::laid_out;
use super::rules::broken;
use crate::deck::{Deck, IndexedDeck, ItemId, load, normalize};
use crate::memory::{Record, Report};
use crate::quiz::{Ask, Message, Order};
use crate::ui::app::{App, AppProps};
use crate::ui::handover::Handover;
use crate::ui::learner::{Action, DeckRef, Learner};
use crate::ui::route::Route;

/// When everything is done: noon of the deck's date, UTC. No view shows it, since only a browser knows
/// the learner's date.
pub const AT_MILLIS: i64 = 1_709_208_000_000;

/// A deck of made-up content with an item of every kind.
pub fn deck() -> Deck {
    load(include_bytes!("../../../tests/decks/sound.json").as_slice()).expect("a sound deck").deck
}

/// The deck, and a learner of it.
pub struct Visit {
    pub deck: DeckRef,
    pub learner: Learner,
}

impl Visit {
    /// The log was read: nothing but so many damaged records is in it.
    pub fn with_damaged(records: usize) -> Self {
        let deck = DeckRef::new(IndexedDeck::new(deck(), normalize));
        let learner = Learner::new(deck.clone(), "visit");
        let damaged = (0..records).map(|n| Record { key: n.to_string(), text: "no entry".to_owned() });
        let damaged = damaged.collect();
        let report = Report::Read { entries: Vec::new(), damaged, is_unfinished: false };
        Self { deck, learner }.told(report)
    }

    /// The log was read, and is empty.
    pub fn first() -> Self {
        Self::with_damaged(0)
    }

    pub fn after(self, actions: impl IntoIterator<Item = Action>) -> Self {
        let learner = actions.into_iter().fold(Rc::new(self.learner), Reducible::reduce);
        Self { learner: (*learner).clone(), ..self }
    }

    /// Something was learnt about the log on disk.
    pub fn told(self, report: Report) -> Self {
        self.after([Action::Log { report, at_millis: AT_MILLIS }])
    }

    /// A quiz of the whole deck in its order, with "how sure?".
    pub fn starts(self) -> Self {
        let ask = Ask { order: Order::Deck, sure: true, ..Ask::default() };
        self.after([Action::Start { ask, at_millis: AT_MILLIS }])
    }

    pub fn says(self, messages: impl IntoIterator<Item = Message>) -> Self {
        let at_millis = AT_MILLIS;
        self.after(messages.into_iter().map(|message| Action::Session { message, at_millis }))
    }

    /// The quiz at an item, those before it shown.
    pub fn at(item: &str) -> Self {
        let visit = Self::first().starts();
        let before = visit.deck.items.iter().position(|one| one.id == ItemId::new(item));
        let shown = [Message::Reveal, Message::Next].into_iter().cycle();
        visit.says(shown.take(2 * before.expect("an item of the deck")))
    }

    /// All that was done is stored.
    pub fn saved(self) -> Self {
        let ids = self.learner.journal().unsaved(usize::MAX).into_iter().map(|entry| entry.id).collect();
        self.told(Report::Written(ids))
    }

    /// The whole page, laid out.
    pub fn page(self, route: Route) -> String {
        self.page_after(route, Handover::default())
    }

    /// The whole page where something was done before the program ran, laid out.
    pub fn page_after(self, route: Route, handover: Handover) -> String {
        let Self { deck, learner: first } = self;
        let props = AppProps { deck, file: "decks/sound.json".into(), first, route, handover, adopted: None };
        sound(&wait(LocalServerRenderer::<App>::with_props(props)))
    }
}

/// The markup of a view.
pub fn wait<View: yew::BaseComponent>(renderer: LocalServerRenderer<View>) -> String {
    pollster::block_on(renderer.hydratable(false).render())
}

/// Markup laid out, once it has been seen to break no rule.
pub fn sound(markup: &str) -> String {
    let broken = broken(markup);
    assert!(broken.is_empty(), "{}\n{}", broken.join("\n"), laid_out(markup));
    laid_out(markup)
}
