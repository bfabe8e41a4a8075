//! Word between the open tabs of this app.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel on which every *other* tab that opened it by the same name hears what one posts.
/// Dropping it closes it.
#[derive(Debug)]
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens the channel; `on_text` gets each text posted by another tab. What is no text is passed
    /// over. `None` where the browser has no channels or refuses them: tabs then learn from each
    /// other only by reading the records again.
    pub fn open(name: &str, on_text: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let message = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(text) = message {
                on_text(text);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Posts a text to the other tabs. Nobody may be listening: it is news, never a promise.
    pub fn post(&self, text: &str) {
        // Only a closed channel refuses, and ours is closed when it is dropped.
        let _ = self.channel.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
