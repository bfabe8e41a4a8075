//! Texts under keys, kept for good, in `IndexedDB`.
//!
//! Written on web-sys because the `idb` crate (0.6) cannot ask for a durability, and without `"strict"`
//! a transaction is reported complete before it is on the disk. Callbacks are not needed for that: the
//! two functions of a JavaScript promise serve as event handlers as they are.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

/// The version of the database's layout: one object store, keys given by hand.
const LAYOUT: u32 = 1;
const STORE: &str = "records";

/// Why storage does not serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage for us: switched off, a private window, or broken beyond opening.
    Denied,
    /// The disk or our share of it is full. Nothing of the call was stored.
    Full,
    /// Anything else, in the browser's own words, for a developer.
    Lost(String),
}

impl StorageError {
    /// Sorts a failure that the browser names so; `opening` if the database was just being opened.
    fn named(name: &str, message: &str, opening: bool) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "InvalidStateError" | "UnknownError" if opening => Self::Denied,
            _ => Self::Lost(format!("{name}: {message}")),
        }
    }

    fn new(exception: Option<&DomException>, opening: bool) -> Self {
        match exception {
            Some(exception) => Self::named(&exception.name(), &exception.message(), opening),
            None => Self::Lost("no reason given".to_owned()),
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// A database whose transactions take options; web-sys has them behind a compiler flag only.
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &DurableDatabase,
        store: &str,
        mode: IdbTransactionMode,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A database of records, open. Clones share the connection.
#[derive(Clone, Debug)]
pub struct Records {
    name: Rc<str>,
    connection: Rc<RefCell<IdbDatabase>>,
}

impl Records {
    /// Opens the database of this name, and makes it if there is none.
    ///
    /// # Errors
    /// [`StorageError::Denied`] where there is no storage for us (the app then runs in memory), else
    /// what the browser said.
    pub async fn open(database: &str) -> Result<Self, StorageError> {
        let connection = connect(database).await?;
        Ok(Self { name: database.into(), connection: Rc::new(RefCell::new(connection)) })
    }

    /// Stores rows of (key, text), all or none; a row whose key is there already takes its place.
    /// `Ok` once the browser has them on the disk. All is handed to the browser, commit included, at
    /// the first poll: a page that is closed right after still gets its rows stored.
    ///
    /// # Errors
    /// [`StorageError::Full`], or what the browser said.
    pub async fn append(&self, rows: &[(String, String)]) -> Result<(), StorageError> {
        let submit = |store: &IdbObjectStore| {
            rows.iter().map(|(key, text)| store.put_with_key(&text.into(), &key.into())).collect()
        };
        self.transact(IdbTransactionMode::Readwrite, &submit).await.map(drop)
    }

    /// All rows of (key, text), in key order. A value that is no text reads as an empty one, so that
    /// its key still shows up as damaged.
    ///
    /// # Errors
    /// What the browser said.
    pub async fn all(&self) -> Result<Vec<(String, String)>, StorageError> {
        let submit = |store: &IdbObjectStore| Ok(vec![store.get_all_keys()?, store.get_all()?]);
        let columns = self.transact(IdbTransactionMode::Readonly, &submit).await?;
        let mut columns = columns.iter().map(|column| Array::from(column).into_iter());
        let (Some(keys), Some(texts)) = (columns.next(), columns.next()) else { return Ok(Vec::new()) };
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Ok(keys.map(text).zip(texts.map(text)).collect())
    }

    /// How many rows there are.
    ///
    /// # Errors
    /// What the browser said.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a count is whole, and no memory holds 2^32
    pub async fn count(&self) -> Result<usize, StorageError> {
        let submit = |store: &IdbObjectStore| Ok(vec![store.count()?]);
        let counts = self.transact(IdbTransactionMode::Readonly, &submit).await?;
        Ok(counts.first().and_then(JsValue::as_f64).unwrap_or_default() as usize)
    }

    /// Removes every row; `Ok` once they are gone from the disk.
    ///
    /// # Errors
    /// What the browser said.
    pub async fn erase(&self) -> Result<(), StorageError> {
        let submit = |store: &IdbObjectStore| Ok(vec![store.clear()?]);
        self.transact(IdbTransactionMode::Readwrite, &submit).await.map(drop)
    }

    /// Does `submit` in one transaction, and gives what its requests came to. Browsers drop a connection now
    /// and then (a phone that slept, site data cleared), so what is lost is tried once more on a new one;
    /// every use here may run twice without harm.
    async fn transact(
        &self,
        mode: IdbTransactionMode,
        submit: &Submit<'_>,
    ) -> Result<Vec<JsValue>, StorageError> {
        // Cloned, so that nothing stays borrowed while we wait.
        let connection = self.connection.borrow().clone();
        match attempt(&connection, mode, submit).await {
            Err(StorageError::Lost(_)) => {
                let fresh = connect(&self.name).await?;
                self.connection.replace(fresh.clone()).close();
                attempt(&fresh, mode, submit).await
            }
            done => done,
        }
    }
}

/// Makes the requests of a transaction.
type Submit<'a> = dyn Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue> + 'a;

async fn attempt(
    connection: &IdbDatabase,
    mode: IdbTransactionMode,
    submit: &Submit<'_>,
) -> Result<Vec<JsValue>, StorageError> {
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let transaction = connection
        .unchecked_ref::<DurableDatabase>()
        .transaction(STORE, mode, &options)
        .map_err(|e| failure(&e, false))?;
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        // A request's error comes first and knows the cause; Firefox's abort after it no longer does.
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    let submitted = transaction.object_store(STORE).and_then(|store| submit(&store));
    match &submitted {
        // Else a page that goes away would leave the browser waiting for the requests to be heard.
        Ok(_) if mode == IdbTransactionMode::Readwrite => {
            // Where it is refused the transaction has failed already, and says so below; where it is
            // unknown the browser commits by itself. web-sys calls it deprecated, the standard does not.
            #[allow(deprecated)]
            let _ = transaction.commit();
        }
        Ok(_) => {}
        // Rows handed over before the one that was refused must not be stored alone.
        Err(_) => drop(transaction.abort()),
    }
    let done = JsFuture::from(done).await;
    let requests = submitted.map_err(|e| failure(&e, false))?;
    done.map_err(|event| StorageError::new(cause(&event).or_else(|| transaction.error()).as_ref(), false))?;
    requests.iter().map(|request| request.result().map_err(|e| failure(&e, false))).collect()
}

async fn connect(database: &str) -> Result<IdbDatabase, StorageError> {
    // Some browsers without storage have no factory, some throw when it is asked for.
    let factory = window().indexed_db().ok().flatten().ok_or(StorageError::Denied)?;
    let request = factory.open_with_u32(database, LAYOUT).map_err(|e| failure(&e, true))?;
    let making = request.clone();
    let _layout = EventListener::once(&request, "upgradeneeded", move |_| lay_out(&making));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        // Only a tab that runs a later layout and does not let go can block us; it would be for long.
        request.set_onblocked(Some(&reject));
    });
    if let Err(event) = JsFuture::from(opened).await {
        if let Some(event) = event.dyn_ref::<Event>() {
            // Handled here: Firefox would report it in the console as well.
            event.prevent_default();
        }
        return Err(StorageError::new(cause(&event).as_ref(), true));
    }
    let connection: IdbDatabase = request.result().map_err(|e| failure(&e, true))?.unchecked_into();
    let closing = connection.clone();
    // A tab with a later layout, or one that deletes the database, must not wait for us.
    EventListener::new(&connection, "versionchange", move |_| closing.close()).forget();
    Ok(connection)
}

fn lay_out(request: &IdbOpenDbRequest) {
    if let Ok(database) = request.result() {
        // It fails only if the store is there already.
        let _ = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
    }
}

/// The error of the request that an event tells of; `None` if it tells of no failed request.
fn cause(event: &JsValue) -> Option<DomException> {
    event.dyn_ref::<Event>()?.target()?.dyn_ref::<IdbRequest>()?.error().ok()?
}

/// Sorts a thrown exception.
fn failure(thrown: &JsValue, opening: bool) -> StorageError {
    StorageError::new(thrown.dyn_ref(), opening)
}

#[cfg(test)]
mod tests {
    use super::StorageError;

    #[test]
    fn failures_are_told_apart() {
        let of = |name, opening| StorageError::named(name, "m", opening);
        assert_eq!(of("QuotaExceededError", false), StorageError::Full);
        assert_eq!(of("QuotaExceededError", true), StorageError::Full);
        for name in ["SecurityError", "InvalidStateError", "UnknownError"] {
            assert_eq!(of(name, true), StorageError::Denied);
            assert_eq!(of(name, false), StorageError::Lost(format!("{name}: m")));
        }
        assert_eq!(of("VersionError", true), StorageError::Lost("VersionError: m".to_owned()));
    }
}
