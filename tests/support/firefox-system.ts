import type { Browser } from 'puppeteer-core';

/** WebDriver BiDi under puppeteer: what puppeteer itself has no words for is sent here. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  /** Handles an event as if the browser had sent it. */
  emit(event: string, params: object): void;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}

type XulBrowser = Element & { permanentKey?: object };

/** What `FirefoxSystem.run` finds in the browser's own scope; of each only what is used. */
export interface FirefoxScope {
  extension: {
    views: Set<{ viewType: string; uri: { spec: string } | null; xulBrowser: XulBrowser | null }>;
    shortcuts: { onCommand(name: string): void };
    privateBrowsingAllowed: boolean;
    wakeupBackground(): Promise<void>;
    terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
    emit(event: string, ...args: unknown[]): void;
  };
  navigables: { getBrowserById(id: string): XulBrowser | null; getIdForBrowser(browser: XulBrowser): string };
  window: Window & { gBrowser: { selectedTab: Element } };
  pressToolbarButton(): void;
  closePopups(): void;
  letIntoPrivateWindows(): Promise<void>;
  /** Opens a private window with this address in a tab of its own: the window's first tab is replaced while it opens. */
  openPrivateWindow(url: string): Promise<void>;
}

/** Firefox' privileged scope (`--remote-allow-system-access`), where the browser itself and every extension page can be reached. */
export class FirefoxSystem {
  readonly #connection: Connection;
  readonly #extensionId: string;
  #window: string | null = null;

  constructor(browser: Browser, extensionId: string) {
    this.#connection = connectionOf(browser);
    this.#extensionId = extensionId;
  }

  /** Runs a function there. It is sent as text: it sees the scope and its arguments and nothing else, all of them JSON. */
  async run<A extends unknown[], T>(run: (scope: FirefoxScope, ...args: A) => T, ...args: A): Promise<Awaited<T>> {
    this.#window ??= await this.#browserWindow();
    return this.callIn(this.#window, `async (id, ...args) => (${run.toString()})(${scopeOf}, ...args)`, [this.#extensionId, ...args]);
  }

  /** Calls a function, given as text, in a navigable; arguments and outcome are JSON. Throws what it throws. */
  async callIn<T>(context: string, text: string, args: readonly unknown[], self?: { sharedId: string }): Promise<Awaited<T>> {
    const { result } = await this.#connection.send('script.callFunction', {
      functionDeclaration: `async function (json) { const outcome = await (${text}).apply(this, JSON.parse(json)); return JSON.stringify({ outcome }); }`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      ...(self && { this: self }),
      // Nodes are looked at from a world where the page's own functions do not count.
      target: { context, ...(self && { sandbox: 'driver' }) },
      awaitPromise: true,
    });
    const { type, result: value, exceptionDetails } = result as Evaluated;
    if (type === 'exception') throw new Error(exceptionDetails?.text);
    return (JSON.parse(value?.value ?? '{}') as { outcome: Awaited<T> }).outcome;
  }

  async #browserWindow(): Promise<string> {
    const { result } = await this.#connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const window = (result as { contexts: { context: string; url: string }[] }).contexts.find(({ url }) => url.endsWith('browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    return window.context;
  }
}

const scopeOf = `{
  get extension() { return WebExtensionPolicy.getByID(id).extension; },
  get navigables() { return ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager; },
  get window() { return Services.wm.getMostRecentWindow('navigator:browser'); },
  pressToolbarButton() {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    ExtensionParent.apiManager.global.browserActionFor(this.extension).triggerAction(this.window);
  },
  async letIntoPrivateWindows() {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID(id)).reload();
  },
  async openPrivateWindow(url) {
    const opened = this.window.OpenBrowserWindow({ private: true });
    await new Promise((resolve) => {
      Services.obs.addObserver(function ready(subject, topic) {
        if (subject !== opened) return;
        Services.obs.removeObserver(ready, topic);
        resolve();
      }, 'browser-delayed-startup-finished');
    });
    const triggeringPrincipal = Services.scriptSecurityManager.createNullPrincipal({ privateBrowsingId: 1 });
    opened.gBrowser.selectedTab = opened.gBrowser.addTab(url, { triggeringPrincipal });
  },
  closePopups() {
    for (const panel of this.window.document.querySelectorAll('panel')) panel.hidePopup();
  },
}`;
