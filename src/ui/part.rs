//! The parts of the story that act. The rest of it is the same for everybody and stays as it stood in the
//! page before the program; each of these is drawn into its place there.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::components::story_item::StoryItem;
use super::handover::EarlyAnswer;
use super::learner::Action;
use super::learning::Shared;
use super::pages::story::{Contents, Head};
use super::visuals::plan::Filling;
use crate::deck::{IndexedDeck, ItemId};
use crate::platform::page::{self, Adopted, Place};
use crate::platform::pause::pause;

/// A part of the story that acts.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What this is, and where to go from here.
    Head,
    /// The chapters, each with how far it is learnt.
    Contents,
    /// An item.
    Item {
        /// Which.
        id: ItemId,
        /// Where it stands: some stand in the story twice.
        at: AttrValue,
    },
    /// A dormitory that fills.
    Filling {
        /// How many rooms it has.
        rooms: u32,
        /// How many beds stand in each.
        beds: u32,
    },
}

impl Part {
    /// What `data-part` says on the element that it stands in.
    pub fn name(&self) -> String {
        match self {
            Self::Head => "head".to_owned(),
            Self::Contents => "contents".to_owned(),
            Self::Item { id, at } => format!("item {at} {id}"),
            Self::Filling { rooms, beds } => format!("filling {rooms} {beds}"),
        }
    }

    /// The part of a name; `None` if that names none.
    fn parse(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split(' ').collect();
        match words[..] {
            ["head"] => Some(Self::Head),
            ["contents"] => Some(Self::Contents),
            ["item", at, id] => Some(Self::Item { id: ItemId::new(id), at: at.to_owned().into() }),
            ["filling", rooms, beds] => {
                Some(Self::Filling { rooms: rooms.parse().ok()?, beds: beds.parse().ok()? })
            }
            _ => None,
        }
    }

    /// What stands in its element.
    pub fn view(&self) -> Html {
        match self {
            Self::Head => html! { <Head /> },
            Self::Contents => html! { <Contents /> },
            Self::Item { id, at } => html! { <StoryItem id={id.clone()} {at} /> },
            Self::Filling { rooms, beds } => html! { <Filling rooms={*rooms} beds={*beds} /> },
        }
    }
}

/// The story that stands in the page.
#[derive(Properties, PartialEq)]
pub struct PartsProps {
    /// Its element.
    pub adopted: Adopted,
    /// Whether the learner is at it.
    pub is_shown: bool,
}

/// The parts that were drawn into their places so far.
#[derive(Default, PartialEq)]
struct Drawn(Vec<(Place, Part)>);

impl Reducible for Drawn {
    type Action = Vec<(Place, Part)>;

    fn reduce(self: Rc<Self>, more: Self::Action) -> Rc<Self> {
        Rc::new(Self([self.0.as_slice(), &more].concat()))
    }
}

/// Draws the parts of the story into their places: those in view at once, the others one by one, each in a
/// task of its own. Until then the starter script answers for them. It stays when the learner goes to another
/// page, and what was answered and typed stays with it.
#[component]
pub fn Parts(props: &PartsProps) -> Html {
    let shared = use_context::<Shared>();
    let drawn = use_reducer(Drawn::default);
    {
        let (adopted, drawn) = (props.adopted.clone(), drawn.dispatcher());
        use_effect_with(props.is_shown, move |is_shown| {
            let is_left = Rc::new(Cell::new(false));
            match shared {
                Some(Shared { deck, .. }) if *is_shown => {
                    let is_left = is_left.clone();
                    spawn_local(async move { draw(&adopted, &deck, &drawn, &is_left).await });
                }
                _ => page::set_mark("data-ready", Some("")),
            }
            move || is_left.set(true)
        });
    }
    let parts = drawn.0.iter().map(|(place, part)| {
        // How far the learner is changes with each answer; what nobody sees is not drawn.
        let is_idle = matches!(part, Part::Head | Part::Contents) && !props.is_shown;
        let room =
            html! { <Room key={place.name.as_str()} place={place.clone()} part={part.clone()} {is_idle} /> };
        create_portal(room, place.element.clone())
    });
    html! { <>{ for parts }</> }
}

/// A place, and what is drawn in it.
#[derive(Properties, PartialEq)]
struct RoomProps {
    place: Place,
    part: Part,
    /// Whether the place is left empty.
    is_idle: bool,
}

/// A part in its place. To make room is its creation's task: Yew goes from there to the drawing without a
/// pause, so that no frame shows the place empty.
struct Room;

impl Component for Room {
    type Message = ();
    type Properties = RoomProps;

    fn create(ctx: &Context<Self>) -> Self {
        let RoomProps { place, part, .. } = ctx.props();
        if let Some((shared, _)) = ctx.link().context::<Shared>(Callback::noop()) {
            let early = shared.handover.add_answers(page::early_answers().as_deref(), page::drafts);
            let left = place.empty();
            if let Part::Item { id, .. } = part {
                shared.handover.renew_drafts(id, left.drafts.clone());
            }
            let place = place.clone();
            // Once it is drawn, in the same task.
            spawn_local(async move {
                place.restore_focus(&left);
                record(&shared, &early);
            });
        }
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if ctx.props().is_idle { Html::default() } else { ctx.props().part.view() }
    }
}

/// Draws what waits, until the learner leaves the story.
async fn draw(
    adopted: &Adopted,
    deck: &IndexedDeck,
    drawn: &UseReducerDispatcher<Drawn>,
    is_left: &Cell<bool>,
) {
    let waiting = adopted.waiting().into_iter().filter_map(|place| {
        let part = Part::parse(&place.name)?;
        let is_known = !matches!(&part, Part::Item { id, .. } if deck.item(id).is_none());
        is_known.then_some((place, part))
    });
    let (in_view, beyond): (Vec<_>, Vec<_>) =
        waiting.partition(|(place, _)| place.is_in_view && !place.is_pressed());
    drawn.dispatch(in_view);
    for (place, part) in beyond {
        pause().await;
        while place.is_pressed() && !is_left.get() {
            pause().await;
        }
        if is_left.get() {
            return;
        }
        drawn.dispatch(vec![(place, part)]);
    }
    page::set_mark("data-ready", Some(""));
}

/// Records what was answered in the story before the program could.
pub fn record(shared: &Shared, early: &[EarlyAnswer]) {
    let Shared { deck, handover, recorder } = shared;
    for early in early {
        let given = deck.item(&early.item).and_then(|item| handover.early(deck, item));
        if let Some(given) = given {
            let (item, response, at_millis) = (early.item.clone(), given.response, early.at);
            recorder.dispatch(Action::Checked { item, response, at_millis });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_known_by_its_name() {
        let parts = [
            Part::Head,
            Part::Contents,
            Part::Item { id: "tower-lens".into(), at: "check".into() },
            Part::Filling { rooms: 96, beds: 3 },
        ];
        for part in parts {
            assert_eq!(Part::parse(&part.name()), Some(part));
        }
        for other in ["", "heads", "item", "item check", "item check a b", "filling 1", "filling x 3"] {
            assert_eq!(Part::parse(other), None, "{other}");
        }
    }
}
