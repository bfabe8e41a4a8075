// The service worker, as the page sees it.

/**
 * Runs in the page before its scripts: notes in `window.workerStates` what becomes of each worker that the
 * page's registration brings, the first one included.
 */
export function noteWorkers() {
  window.workerStates = [];
  const register = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = async function (...given) {
    const registration = await register.apply(this, given);
    const follow = () => {
      const worker = registration.installing;
      if (!worker || worker.isFollowed) return;
      worker.isFollowed = true;
      worker.addEventListener("statechange", () => window.workerStates.push(worker.state));
    };
    follow();
    registration.addEventListener("updatefound", follow);
    return registration;
  };
}

/** Waits until a worker came to `state`: "activated", "installed" (and waiting), "redundant" (refused). */
export const workerIs = (page, state) =>
  page.waitForFunction((state) => window.workerStates.includes(state), { polling: 20 }, state);

/** Waits until the service worker serves this page: from then on no network is needed. */
export const isOffline = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", { polling: 20 });

/** Asks the server for a newer service worker, as browsers do on their own now and then. */
export const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // A script that does not come is a refusal too.
    await registration.update().catch(() => {});
  });

/** The names of the app's caches. */
export const cacheNames = (page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("factdeck-")));
