//! Texts under keys, kept for good, in `IndexedDB`.
//!
//! Written on web-sys because the `idb` crate (0.6) cannot ask for a durability, and without `"strict"`
//! a transaction is reported complete before it is on the disk. Callbacks are not needed for that: the
//! two functions of a JavaScript promise serve as event handlers as they are.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage for us: switched off, a private window, or broken beyond opening.
    Denied,
    /// The disk or our share of it is full. Nothing of the call was stored.
    Full,
    /// Anything else: a connection that the browser has dropped, a database of another layout, a key that
    /// must not be there.
    Lost,
}

impl StorageError {
    /// Sorts a failure that the browser names so; `opening` if the database was just being opened.
    fn named(name: &str, opening: bool) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "InvalidStateError" | "UnknownError" if opening => Self::Denied,
            _ => Self::Lost,
        }
    }

    fn new(exception: Option<&DomException>, opening: bool) -> Self {
        exception.map_or(Self::Lost, |exception| Self::named(&exception.name(), opening))
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

/// One step of a change.
#[derive(Debug)]
pub enum Step {
    /// Store a row of a key and a text, in the place of one of its key.
    Put(String, String),
    /// Remove the row of a key, if it is there.
    Remove(String),
    /// Remove all rows.
    Clear,
}

/// A connection to a database of records. The browser may drop it at any time, and then all of it fails.
#[derive(Clone, Debug)]
pub struct Records(IdbDatabase);

impl Records {
    /// Opens the database of this name, and makes it if there is none. Waits as long as it takes: a browser
    /// may never answer.
    ///
    /// # Errors
    /// [`StorageError::Denied`] where there is no storage for us (the app then runs in memory), else
    /// what the browser said.
    pub async fn open(database: &str) -> Result<Self, StorageError> {
        connect(database).await.map(Self)
    }

    /// Lets go of the database, once what is under way is done.
    pub fn close(&self) {
        self.0.close();
    }

    /// Takes all steps, in their order, or none, and gives the text of the key `asked` as it is after them.
    /// `Ok` once the browser has them on the disk. All is handed to the browser, commit included, at the
    /// first poll: a page that is closed right after still gets its rows stored.
    ///
    /// # Errors
    /// [`StorageError::Full`], or what the browser said.
    pub async fn change(&self, steps: &[Step], asked: &str) -> Result<Option<String>, StorageError> {
        let submit = |store: &IdbObjectStore| {
            let steps = steps.iter().map(|step| take(store, step));
            steps.chain([store.get(&asked.into())]).collect()
        };
        let results = self.transact(IdbTransactionMode::Readwrite, &submit).await?;
        Ok(results.last().and_then(JsValue::as_string))
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

    /// The texts of some keys, in their order; `None` for those that are not there.
    ///
    /// # Errors
    /// What the browser said.
    pub async fn some(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError> {
        let submit = |store: &IdbObjectStore| keys.iter().map(|key| store.get(&key.into())).collect();
        let texts = self.transact(IdbTransactionMode::Readonly, &submit).await?;
        Ok(texts.iter().map(JsValue::as_string).collect())
    }

    /// How many rows there are, and the text of the key `asked`.
    ///
    /// # Errors
    /// What the browser said.
    // A count is whole, and no memory holds 2^32 rows.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub async fn count(&self, asked: &str) -> Result<(usize, Option<String>), StorageError> {
        let submit = |store: &IdbObjectStore| Ok(vec![store.count()?, store.get(&asked.into())?]);
        let results = self.transact(IdbTransactionMode::Readonly, &submit).await?;
        let count = results.first().and_then(JsValue::as_f64).unwrap_or_default() as usize;
        Ok((count, results.last().and_then(JsValue::as_string)))
    }

    /// Makes the requests of `submit` in one transaction, and gives what they came to.
    async fn transact(
        &self,
        mode: IdbTransactionMode,
        submit: &Submit<'_>,
    ) -> Result<Vec<JsValue>, StorageError> {
        let options = Object::new();
        // A plain object takes any property.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let transaction = self
            .0
            .unchecked_ref::<DurableDatabase>()
            .transaction(STORE, mode, &options)
            .map_err(|e| failure(&e, false))?;
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
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
        if done.is_err() {
            // Chromium tells the cause with the transaction, Firefox with the request that failed; the others
            // were given up and do not know.
            let mut errors = requests.iter().filter_map(|request| request.error().ok().flatten());
            let cause = errors.find(|error| error.name() != "AbortError");
            return Err(StorageError::new(cause.or_else(|| transaction.error()).as_ref(), false));
        }
        requests.iter().map(|request| request.result().map_err(|e| failure(&e, false))).collect()
    }
}

/// Makes the requests of a transaction.
type Submit<'a> = dyn Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue> + 'a;

fn take(store: &IdbObjectStore, step: &Step) -> Result<IdbRequest, JsValue> {
    match step {
        Step::Put(key, text) => store.put_with_key(&text.into(), &key.into()),
        Step::Remove(key) => store.delete(&key.into()),
        Step::Clear => store.clear(),
    }
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
    });
    if let Err(event) = JsFuture::from(opened).await {
        if let Some(event) = event.dyn_ref::<Event>() {
            // Handled here: Firefox would report it in the console as well.
            event.prevent_default();
        }
        return Err(StorageError::new(request.error().ok().flatten().as_ref(), true));
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

/// Sorts a thrown exception.
fn failure(thrown: &JsValue, opening: bool) -> StorageError {
    StorageError::new(thrown.dyn_ref(), opening)
}

#[cfg(test)]
mod tests {
    use super::StorageError;

    #[test]
    fn failures_are_told_apart() {
        let of = StorageError::named;
        assert_eq!(of("QuotaExceededError", false), StorageError::Full);
        assert_eq!(of("QuotaExceededError", true), StorageError::Full);
        for name in ["SecurityError", "InvalidStateError", "UnknownError"] {
            assert_eq!(of(name, true), StorageError::Denied);
            assert_eq!(of(name, false), StorageError::Lost);
        }
        assert_eq!(of("VersionError", true), StorageError::Lost);
    }
}
