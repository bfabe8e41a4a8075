//! Starts the app in the browser; nothing else.

fn main() {
    wasm_bindgen_futures::spawn_local(factdeck::ui::boot::start());
}
