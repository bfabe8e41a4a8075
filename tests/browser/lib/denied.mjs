// A browser whose storage does not serve. Each function runs in the page, before its scripts.

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

/** Ways in which a full disk shows, for as long as `window.isFull`. */
export const FULL = {
  // The requests go well, and the commit says it.
  "when it commits": () => {
    window.isFull = true;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (window.isFull) {
        const transaction = this.transaction;
        const error = new DOMException("full by the test", "QuotaExceededError");
        Object.defineProperty(transaction, "error", { get: () => error, configurable: true });
        request.addEventListener("error", (event) => {
          event.preventDefault();
          event.stopPropagation();
        });
        if (!transaction.isEnding) transaction.abort();
        transaction.isEnding = true;
      }
      return request;
    };
  },
  // A request fails with the cause, and the transaction follows.
  "when it writes": () => {
    window.isFull = true;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (window.isFull) {
        const error = new DOMException("full by the test", "QuotaExceededError");
        Object.defineProperty(request, "error", { get: () => error });
        this.transaction.abort();
      }
      return request;
    };
  },
};
