// A browser whose storage does not serve. Each function runs in the page before its scripts, and so can
// use nothing from here but its arguments.

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

/** The database opens only once `window.isStuck` is false. */
export function opensLate() {
  window.isStuck = true;
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    if (window.isStuck) throw new DOMException("stuck by the test", "AbortError");
    return open.apply(this, given);
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
