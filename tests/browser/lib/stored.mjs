// What the browser has stored, read past the program: the records of the review log.

/** Every record, `{ key, text }`, in the order of the keys. Only once the app has opened its database. */
export const records = async (page) => {
  const all = await rows(page);
  const era = all.find(({ key }) => key === "era")?.text;
  const of = all.map(({ key, text }) => ({ key: key.replace(`${era}/`, ""), text }));
  return of.filter(({ key }) => /-\d{20}$/.test(key));
};

/** Every row: the records, behind the name of their era, the name of the store's, and marks. */
const rows = (page) =>
  page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("factdeck"));
    try {
      const store = database.transaction("records").objectStore("records");
      const [keys, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return keys.map((key, index) => ({ key, text: texts[index] }));
    } finally {
      database.close();
    }
  });

/** The entry that a record holds: eight digits of checksum, a space, JSON. */
export const entryOf = ({ text }) => JSON.parse(text.slice(text.indexOf(" ") + 1));

/** The attempts among records, oldest first. */
export const attemptsIn = (records) =>
  records
    .map(entryOf)
    .filter(({ event }) => event.event === "attempt")
    .sort((one, other) => one.at_millis - other.at_millis)
    .map(({ event }) => event);

/** The items of the stored attempts, sorted, with repetitions. */
export const storedItems = async (page) =>
  attemptsIn(await records(page))
    .map(({ item }) => item)
    .sort();

/** Changes one letter in the middle of the stored records with these keys, as a failing disk would. */
export const damage = (page, keys) =>
  page.evaluate(async (keys) => {
    const opening = indexedDB.open("factdeck");
    await new Promise((resolve) => { opening.onsuccess = resolve; });
    const database = opening.result;
    const writing = database.transaction("records", "readwrite", { durability: "strict" });
    const store = writing.objectStore("records");
    for (const key of keys) {
      const reading = store.get(key);
      reading.onsuccess = () => {
        const text = reading.result;
        const middle = text.length >> 1;
        const flipped = String.fromCharCode(text.charCodeAt(middle) ^ 1);
        store.put(text.slice(0, middle) + flipped + text.slice(middle + 1), key);
      };
    }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    database.close();
  }, keys);

/** Waits until the store has erased all. Until then the page says that nothing is stored, and that something waits. */
export const isErased = (page) =>
  page.waitForFunction(
    () => document.documentElement.dataset.saved === "0" && !("unsaved" in document.documentElement.dataset),
    { polling: "mutation" },
  );

/** How many attempts the page says are stored. */
export const savedCount = (page) => page.evaluate(() => Number(document.documentElement.dataset.saved));

/**
 * Waits until the page says that just so many are stored, and gives the time when it does. By changes of the
 * page: a tab behind draws no frames, and its timers wait a second.
 */
export async function savedExactly(page, count, timeout) {
  const isShown = (n) => document.documentElement.dataset.saved === n && Date.now();
  const at = await page.waitForFunction(isShown, { polling: "mutation", timeout }, String(count));
  return at.jsonValue();
}
