// A browser whose storage does not answer, or not as it should. Each function runs in the page before its scripts, and
// so can use nothing from here.

/**
 * Ways in which storage is silent for as long as `window.isSilent`: what it would have told is told once the test calls
 * `window.letGo()`. `most`: how many of three answers may count as stored before. A write that is not told of is done, and
 * whoever reads again sees that.
 */
export const SILENT = {
  "the database never opens": { before: [holdBack, "IDBOpenDBRequest", "success", false], most: 0 },
  "a write never completes": { before: [holdBack, "IDBTransaction", "complete", true], most: 2 },
};

function holdBack(type, event, isOfWrites) {
  const held = [];
  window.isSilent = !isOfWrites;
  window.letGo = () => {
    window.isSilent = false;
    held.splice(0).forEach((go) => go());
  };
  const owner = type === "IDBOpenDBRequest" ? IDBRequest : window[type];
  const own = Object.getOwnPropertyDescriptor(owner.prototype, `on${event}`);
  Object.defineProperty(owner.prototype, `on${event}`, {
    ...own,
    set(listener) {
      const meets = this instanceof window[type] && (!isOfWrites || this.mode === "readwrite");
      own.set.call(this, !meets ? listener : (told) => {
        if (window.isSilent) held.push(() => listener.call(this, told));
        else listener.call(this, told);
      });
    },
  });
}

/** Everything can be written, and nothing can be read. */
export function readsNothing() {
  window.isBroken = true;
  const getAll = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (...given) {
    if (window.isBroken) throw new DOMException("broken by the test", "DataError");
    return getAll.apply(this, given);
  };
}

/** The page does without a database; the test has it, as another program of the same host would. */
export function leavesStorageAlone() {
  window.storage = indexedDB;
  Object.defineProperty(window, "indexedDB", { value: undefined });
}
