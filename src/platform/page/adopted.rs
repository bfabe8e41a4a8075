//! The story as it stood in the page before the program: its element stays, and the program draws around it,
//! and into the places of those parts of it that act.

use gloo::utils::document;
use web_sys::Element;

use super::takeover::{Draft, drafts_in, elements_in, focus_at_end};

/// Names the part that stands in an element: set at build time.
const PART: &str = "data-part";
/// On an element whose part does not act yet. The starter script answers for it.
const WAITS: &str = "data-waits";
/// The class of what stands around every page; it takes no space of its own.
const AROUND: &str = "shell";

/// The story of the page, which is the same element for as long as the page is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    around: Element,
    story: Element,
}

/// Takes over the story in `mount`, with the footer behind it, and takes away what else stands there. Gives
/// the story and an element before it to draw into; `None` if no story stands there.
pub fn adopt(mount: &Element) -> Option<(Adopted, Element)> {
    let story = mount.query_selector("main[data-page=story]").ok()??;
    let around = story.parent_element()?;
    let room = document().create_element("div").ok()?;
    room.set_class_name(AROUND);
    let others = around.children();
    let others = (0..others.length()).filter_map(|index| others.item(index));
    for other in others.filter(|other| *other != story && other.tag_name() != "FOOTER").collect::<Vec<_>>() {
        other.remove();
    }
    around.insert_before(&room, Some(&story)).ok()?;
    // What is drawn has an element of this id.
    let _ = around.remove_attribute("id");
    let adopted = Adopted { around, story };
    for place in elements_in(&adopted.story, &format!("[{PART}]")) {
        // The name is well formed, so this cannot be refused.
        let _ = place.set_attribute(WAITS, "");
    }
    Some((adopted, room))
}

impl Adopted {
    /// Puts the story back into the page, before the footer, or takes it out. Nothing if it is so already.
    pub fn show(&self, is_shown: bool) {
        if is_shown == self.story.is_connected() {
            return;
        }
        if is_shown {
            let footer = self.around.query_selector(":scope > footer").ok().flatten();
            // Refused only if the footer stood elsewhere, and it was found here.
            let _ = self.around.insert_before(&self.story, footer.as_deref());
        } else {
            self.story.remove();
        }
    }

    /// The places of parts that do not act yet: those in view first, then the nearest.
    pub fn waiting(&self) -> Vec<Place> {
        let height = document().document_element().map_or(0, |root| root.client_height());
        let height = f64::from(height);
        let mut places: Vec<(f64, Place)> = Vec::new();
        for element in elements_in(&self.story, &format!("[{WAITS}]")) {
            let Some(name) = element.get_attribute(PART) else { continue };
            let distance = Self::distance(&element, height);
            let place = Place { element, name, is_in_view: distance == 0.0 };
            let at = places.partition_point(|(nearer, _)| *nearer <= distance);
            places.insert(at, (distance, place));
        }
        places.into_iter().map(|(_, place)| place).collect()
    }

    /// How far an element is from what is in view, in CSS pixels.
    fn distance(element: &Element, height: f64) -> f64 {
        let is_at = element.get_bounding_client_rect();
        (is_at.top() - height).max(-is_at.bottom()).max(0.0)
    }
}

/// Where a part of the story stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The element to draw the part into.
    pub element: Element,
    /// What stands there: `data-part`.
    pub name: String,
    /// Whether it was in view when it was looked for.
    pub is_in_view: bool,
}

impl Place {
    /// Whether a pointer is pressed on it just now: what is swapped under it would not be clicked.
    pub fn is_pressed(&self) -> bool {
        self.element.matches(":active").unwrap_or(false)
    }

    /// Empties the place, so that the part can be drawn there, and gives what the reader left in it.
    pub fn empty(&self) -> Left {
        let focused = document().active_element();
        let focus =
            focused.and_then(|focused| elements_in(&self.element, "*").position(|one| one == focused));
        let drafts = drafts_in(&self.element).collect();
        self.element.set_text_content(None);
        let _ = self.element.remove_attribute(WAITS);
        Left { drafts, focus }
    }

    /// Gives the focus back to what had it. The markup of a part is the same before and after, so it is told
    /// by its position.
    pub fn restore_focus(&self, left: &Left) {
        let focused = left.focus.and_then(|position| elements_in(&self.element, "*").nth(position));
        if let Some(focused) = focused {
            focus_at_end(&focused);
        }
    }
}

/// What the reader left in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// What was ticked, typed and selected.
    pub drafts: Vec<Draft>,
    /// The position of the focus among all elements of the place; `None` if it was elsewhere.
    focus: Option<usize>,
}
