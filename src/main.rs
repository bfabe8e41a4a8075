//! Starts the app in the browser, on a small allocator; nothing else.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    wasm_bindgen_futures::spawn_local(factdeck::ui::boot::start());
}
