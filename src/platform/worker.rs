//! The service worker (`assets/service-worker.js`), which keeps the app for use without a network.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::page;

/// Relative to the page, so that the worker's scope is the folder that the app stands in.
const SCRIPT: &str = "service-worker.js";
/// The one policy that the page's `trusted-types` names.
const POLICY: &str = "factdeck";
/// What the waiting worker listens for.
const SKIP_WAITING: &str = "skip-waiting";

thread_local! {
    static REGISTRATION: OnceCell<ServiceWorkerRegistration> = const { OnceCell::new() };
}

#[wasm_bindgen]
extern "C" {
    /// The container, but taking a trusted script address, which web-sys does not know.
    #[wasm_bindgen(extends = ServiceWorkerContainer)]
    type Registrar;
    #[wasm_bindgen(method, catch)]
    fn register(this: &Registrar, script: &JsValue) -> Result<Promise, JsValue>;

    type TrustedTypes;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &TrustedTypes, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    type Policy;
    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &Policy, url: &str) -> Result<JsValue, JsValue>;
}

/// How far a newer version of the app has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Update {
    /// There is none.
    #[default]
    Absent,
    /// It lies ready, while an older version serves this page.
    Ready,
    /// It has taken over, in all tabs: this page is of the older version until it is loaded anew.
    Active,
}

/// Registers the service worker, once in the life of a page, best when all that the page needs is there.
/// Does nothing unless the release build set `<html data-offline="yes">`, in an insecure context, and
/// where the browser refuses: the app is then as good as its network.
///
/// `on_update` is called, perhaps more than once, with [`Update::Ready`], and in every tab with
/// [`Update::Active`] when [`apply_update`] was called in one of them; never for the first version of all.
pub fn register(on_update: impl Fn(Update) + 'static) {
    if page::mark("data-offline").as_deref() != Some("yes") || !window().is_secure_context() {
        return;
    }
    let Some(container) = container() else { return };
    let on_update: Rc<dyn Fn(Update)> = Rc::new(on_update);
    watch_controller(&container, Rc::clone(&on_update));
    spawn_local(async move {
        let Ok(registration) = registered(&container).await else { return };
        watch(&registration, &container, on_update);
        // Filled already only if we were called twice, and then with the same registration.
        let _ = REGISTRATION.with(|cell| cell.set(registration));
    });
}

/// Lets the newer version take over, here and in every other tab; does nothing if none lies ready.
pub fn apply_update() {
    let waiting = REGISTRATION.with(|cell| cell.get().and_then(ServiceWorkerRegistration::waiting));
    if let Some(worker) = waiting {
        // A text can always be posted.
        let _ = worker.post_message(&SKIP_WAITING.into());
    }
}

/// Read by reflection: a sandboxed frame throws here, and private windows have none.
fn container() -> Option<ServiceWorkerContainer> {
    Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

async fn registered(container: &ServiceWorkerContainer) -> Result<ServiceWorkerRegistration, JsValue> {
    let script = script_address()?;
    JsFuture::from(container.unchecked_ref::<Registrar>().register(&script)?).await?.dyn_into()
}

/// The script's address, vouched for by our policy where the browser knows Trusted Types.
fn script_address() -> Result<JsValue, JsValue> {
    let types = Reflect::get(&window(), &"trustedTypes".into())?;
    if types.is_undefined() {
        return Ok(SCRIPT.into());
    }
    let vouch = Closure::<dyn Fn(String) -> Result<String, JsValue>>::new(|url: String| {
        if url == SCRIPT { Ok(url) } else { Err(JsValue::from_str("not a script of ours")) }
    });
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), vouch.as_ref())?;
    let policy = types.unchecked_ref::<TrustedTypes>().create_policy(POLICY, &rules)?;
    // Asked once; after that the closure is gone and the policy vouches for nothing.
    policy.create_script_url(SCRIPT)
}

/// Calls `on_update` when a newer version has taken over. The first worker of all takes over a page that
/// came over the network; that is no update.
fn watch_controller(container: &ServiceWorkerContainer, on_update: Rc<dyn Fn(Update)>) {
    let served = Cell::new(container.controller().is_some());
    EventListener::new(container, "controllerchange", move |_| {
        if served.replace(true) {
            on_update(Update::Active);
        }
    })
    .forget();
}

/// Calls `on_update` for a version that lies ready now, that is just arriving, or that arrives later.
fn watch(
    registration: &ServiceWorkerRegistration,
    container: &ServiceWorkerContainer,
    on_update: Rc<dyn Fn(Update)>,
) {
    if registration.waiting().is_some() && container.controller().is_some() {
        on_update(Update::Ready);
    }
    let follow = {
        let (registration, container) = (registration.clone(), container.clone());
        move || {
            let Some(worker) = registration.installing() else { return };
            let (container, on_update, arriving) = (container.clone(), Rc::clone(&on_update), worker.clone());
            EventListener::new(&worker, "statechange", move |_| {
                if arriving.state() == ServiceWorkerState::Installed && container.controller().is_some() {
                    on_update(Update::Ready);
                }
            })
            .forget();
        }
    };
    follow();
    EventListener::new(registration, "updatefound", move |_| follow()).forget();
}
