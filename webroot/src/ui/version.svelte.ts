import { outbox } from './model/outbox.svelte';
import { session } from './session.svelte';

const WORKER = '/sw.js';

/** A person who has asked for the new version waits so long, in ms, for what is still to be sent. */
const PATIENCE = 10_000;
const LOOK = 200;

/** Which version of the client runs here, and whether a newer one waits to be asked for. */
class Version {
  /** A newer one can be had by loading the page anew. */
  isReady: boolean = $state(false);
  /** It was asked for, and what waits is being sent first. */
  isSending: boolean = $state(false);

  #registration: ServiceWorkerRegistration | undefined;
  #server: string | undefined;
  #asked = false;

  /** Has the page and its files kept on this device, so that they open without a connection. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    // The first one of all replaces nothing.
    let replaces = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // Another tab may have asked for it: here nothing is loaded anew unless it is asked for here.
      if (this.#asked) location.reload();
      else this.isReady ||= replaces;
      replaces = true;
    });
    try {
      const registration = await navigator.serviceWorker.register(trusted(WORKER), {
        updateViaCache: 'none',
      });
      this.#registration = registration;
      this.#look();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => this.#look());
      });
    } catch {
      // A browser that does not let us: the page comes from the server each time.
    }
  }

  #look(): void {
    if (this.#registration?.waiting && navigator.serviceWorker.controller) this.isReady = true;
  }

  /** What the server says that it was built from; another than before: it may have a new client. */
  serverIs(build: string): void {
    if (this.#server !== undefined && this.#server !== build)
      void this.#registration?.update().catch(() => undefined);
    this.#server = build;
  }

  /**
   * Sends what there is to send, then goes over to the new version; what is not sent by then stays on this
   * device. Where it would not, the old one goes on.
   */
  async take(): Promise<void> {
    const until = Date.now() + PATIENCE;
    this.isSending = true;
    let waiting = await outbox.waiting();
    while (waiting > 0 && Date.now() < until) {
      await new Promise((again) => setTimeout(again, LOOK));
      waiting = await outbox.waiting();
    }
    this.isSending = false;
    if (waiting > 0 && !session.device.keeps) return;
    this.#asked = true;
    if (this.#registration?.waiting) this.#registration.waiting.postMessage('take');
    else location.reload();
  }
}

/** Where the browser wants it, the address of a script is vouched for; there is only this one. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('binome-worker', {
    createScriptURL: (url) => (url === WORKER ? url : ''),
  });
  return policy?.createScriptURL(address) ?? address;
}

/** What of the browser's trusted types is used here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

export const version = new Version();
