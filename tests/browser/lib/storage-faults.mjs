// A browser whose storage does not serve, or does not answer as it should. Each function runs in the page before its
// scripts, and so can use nothing from here but its arguments.

/** Ways in which browsers do without IndexedDB. */
export const DENIED = {
  "there is no indexedDB": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  },
  "asking for storage throws, as where site data are blocked": () => {
    for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
      const get = () => { throw new DOMException("denied by the test", "SecurityError"); };
      Object.defineProperty(window, name, { get });
    }
  },
  "opening throws": () => {
    IDBFactory.prototype.open = () => { throw new DOMException("denied by the test", "SecurityError"); };
  },
  "opening fails later, as in some private windows": () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      const error = new DOMException("denied by the test", "InvalidStateError");
      Object.defineProperty(request, "error", { get: () => error });
      request.addEventListener("success", (event) => {
        event.stopImmediatePropagation();
        request.dispatchEvent(new Event("error", { cancelable: true }));
      });
      return request;
    };
  },
};

/** The database opens only once `window.isBroken` is false. */
export const opensLate = [fails, "IDBFactory", "open", "AbortError"];

/** Everything can be written, and nothing can be read until `window.isBroken` is false. */
export const readsNothing = [fails, "IDBObjectStore", "getAll", "DataError"];

function fails(type, method, error) {
  window.isBroken = true;
  const { prototype } = window[type];
  const own = prototype[method];
  prototype[method] = function (...given) {
    if (window.isBroken) throw new DOMException("broken by the test", error);
    return own.apply(this, given);
  };
}

/** Ways in which a full disk shows, for as long as `window.isFull`: when the browser ... */
export const FULL = {
  // The requests go well, and the transaction fails with the cause (Chromium).
  commits: [full, "transaction"],
  // A request fails with the cause, and the transaction without one (Firefox).
  writes: [full, "request"],
};

function full(knowing) {
  window.isFull = true;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    if (window.isFull) {
      const { transaction } = this;
      const error = new DOMException("full by the test", "QuotaExceededError");
      Object.defineProperty({ request, transaction }[knowing], "error", { get: () => error, configurable: true });
      if (knowing === "transaction") {
        request.addEventListener("error", (event) => {
          event.preventDefault();
          event.stopPropagation();
        });
      }
      queueMicrotask(() => transaction.isGone ||= transaction.abort() ?? true);
    }
    return request;
  };
  const commit = IDBTransaction.prototype.commit;
  IDBTransaction.prototype.commit = function () { if (!window.isFull) commit.call(this); };
}

/**
 * Ways in which storage is silent for as long as `window.isSilent`: what it would have told is told once the test
 * calls `window.letGo()`. `most`: how many of three answers may count as stored before. A write that is not told of is
 * done, and whoever reads again sees that.
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

/** The page does without a database; the test has it, as another program of the same host would. */
export function leavesStorageAlone() {
  window.storage = indexedDB;
  Object.defineProperty(window, "indexedDB", { value: undefined });
}
