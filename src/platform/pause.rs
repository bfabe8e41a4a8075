//! Letting the browser do what waits, in the middle of long work.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Goes on in a task of its own, after what waits: input, drawing. By a message and not by a timer, for which
/// a tab out of view would wait a second each time.
pub async fn pause() {
    // A browser without channels does without the pause.
    let Ok(channel) = MessageChannel::new() else { return };
    let (to, from) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| to.set_onmessage(Some(&resolve)));
    if from.post_message(&JsValue::NULL).is_ok() {
        // It is never rejected.
        let _ = JsFuture::from(heard).await;
    }
    to.close();
}
