//! In a frame of another site, the learner's data are touched only after a yes in a tab of its own.

use yew::prelude::*;

use super::button::button;
use crate::platform::frame;
use crate::ui::route::Route;
use crate::ui::text;

/// How the page stands to frames.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// In none, or in one that may go on.
    Free,
    /// In a frame of another site.
    Framed,
    /// In a tab that was opened from such a frame, to be asked.
    Asked,
    /// In such a tab, after the yes.
    Allowed,
}

/// What is to be said about frames before the learner's data; and whether these must not be shown.
#[hook]
pub fn use_frame() -> (Html, bool) {
    let stand = use_state(|| Stand::Free);
    {
        let stand = stand.clone();
        use_effect_with((), move |()| {
            stand.set(match (frame::is_foreign(), frame::is_asking()) {
                (true, _) => Stand::Framed,
                (false, true) => Stand::Asked,
                (false, false) => Stand::Free,
            });
            let listener = frame::listen(move || stand.set(Stand::Free));
            move || drop(listener)
        });
    }
    let says = match *stand {
        Stand::Free => Html::default(),
        Stand::Framed => html! {
            <div class="notice" data-notice="framed">
                <p>{ text::FRAMED }</p>
                <a class="button primary" target="_blank" rel="opener" href={Route::Data.href()}>
                    { text::FRAMED_OPEN }
                </a>
            </div>
        },
        Stand::Asked | Stand::Allowed => {
            let is_allowed = *stand == Stand::Allowed;
            let allow = {
                let stand = stand.clone();
                Callback::from(move |_: MouseEvent| {
                    frame::allow();
                    stand.set(Stand::Allowed);
                })
            };
            html! {
                <div class="notice" data-notice="framed" role="status">
                    <p>{ if is_allowed { text::FRAME_ALLOWED } else { text::FRAME_ASKS } }</p>
                    if !is_allowed { { button("primary", "allow", text::ALLOW_FRAME, allow) } }
                </div>
            }
        }
    };
    (says, *stand == Stand::Framed)
}
