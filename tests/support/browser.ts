import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type Page, type Protocol, type Target, type WebWorker } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import type { BrowserName } from './build.ts';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { until } from './reader.ts';

/** The extension API as functions sent to the browser see it. */
export type Chrome = typeof extensionApi;
declare const chrome: Chrome;

/** What only one of the browsers lets a test see; all else is asked of both. */
export interface Abilities {
  /** The main thread's tasks with their times: Firefox gives its profiler to no driver. */
  trace: boolean;
  /** Covers that let the pointer through: Firefox has no IntersectionObserver v2, so a page there can lure a click (README, "Privacy"). */
  seeCovers: boolean;
}

/** A browser with Backgrounder in it. */
export interface Driven {
  name: BrowserName;
  can: Abilities;
  browser: Browser;
  /** Address of one of the extension's files. */
  own(path: string): string;
  /** Opens a page in a new tab in front and waits until it is parsed. */
  open(url: string): Promise<Page>;
  /** Lets the extension into private windows, as a reader does in the browser's settings, and opens a page in one. */
  openPrivate(url: string): Promise<Page>;
  /** Opens one of the extension's own pages in a new tab, `library.html` for instance. */
  openOwn(path: string): Promise<Page>;
  /** Presses the toolbar button over `page` and returns the popup. */
  openPopup(page: Page): Promise<Page>;
  /** Runs a function in the background worker, woken if need be. It is sent as text: it sees its arguments and nothing else. */
  inBackground<A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Ends the worker as the browser does after 30 idle seconds. */
  stopBackground(): Promise<void>;
  /** Runs a keyboard command's listeners over `page`: keys sent by a debugger do not reach the browser's own shortcuts. */
  command(page: Page, name: string): Promise<void>;
  /** Runs the context menu's listeners over `page`, as if an entry had been chosen there. */
  chooseInMenu(page: Page, info: { menuItemId: string; selectionText: string; editable: boolean }): Promise<void>;
  /**
   * Runs a function on our closed shadow root in `page`, which no script of the page can reach; null while our host is
   * not in the page. Sent as text, like the above.
   */
  inRoot<A extends unknown[], T>(page: Page, run: (root: ShadowRoot, ...args: A) => T, ...args: A): Promise<Awaited<T> | null>;
  /** Has the browser save what pages hand out as files there, without asking. */
  saveDownloadsTo(folder: string): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  headed?: boolean;
  /** Address opened in a tab before the extension is installed. */
  openBefore?: string;
  args?: string[];
  /** Firefox' preferences, over the tests' own. */
  preferences?: Record<string, string | number | boolean>;
  /** Folder of a profile that outlives the browser. */
  profile?: string;
}

export async function launchChromium({ extension, headed = false, openBefore, args = [], profile }: LaunchOptions): Promise<Driven> {
  const isKnown = profile !== undefined && existsSync(join(profile, 'Default'));
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: !headed,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headed ? null : { width: 1200, height: 900 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(profile !== undefined && { userDataDir: profile }),
    // Readers go back, and their browser has the page as they left it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [...chromiumFlags, '--host-resolver-rules=MAP *.example 127.0.0.1', ...args],
  });
  if (openBefore) await (await browser.newPage()).goto(openBefore);
  const id = await browser.installExtension(extension);
  const own = (path: string): string => `chrome-extension://${id}/${path}`;
  // The welcome page comes to the front when the packs are in: whatever is opened before would be left hidden.
  // A profile that has seen it has no welcome page: there its worker is waited for.
  await browser.waitForTarget((target) => target.url() === own('welcome.html') || (isKnown && target.type() === 'service_worker'), { timeout: 20_000 });

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    return page;
  }

  async function openPrivate(url: string): Promise<Page> {
    const settings = await open('chrome://extensions/');
    await settings.evaluate(async (extensionId) => {
      const { developerPrivate } = chrome as unknown as { developerPrivate: { updateProfileConfiguration(change: object): Promise<void>; updateExtensionConfiguration(change: object): Promise<void> } };
      // What is not from a store runs in developer mode alone, and is loaded anew by the second call.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, id);
    const helper = await until('the extension to be back', () => open(own('manifest.json')).catch(() => null));
    await until('a private window', () => helper.evaluate(async (url) => (await chrome.windows.create({ incognito: true, url }))?.incognito, url));
    await helper.close();
    await settings.close();
    const target = await browser.waitForTarget((one) => one.type() === 'page' && one.url() === url, { timeout: 10_000 });
    const page = (await target.page())!;
    await page.bringToFront();
    return page;
  }

  async function openPopup(page: Page): Promise<Page> {
    const extensions = await browser.extensions();
    await page.bringToFront();
    await page.triggerExtensionAction(extensions.get(id)!);
    const target = await browser.waitForTarget((one) => one.url().startsWith(own('popup.html')), { timeout: 10_000 });
    return (await target.asPage())!;
  }

  const isOurs = (target: Target): boolean => target.type() === 'service_worker' && target.url().startsWith(own(''));

  async function worker(): Promise<WebWorker> {
    if (!browser.targets().some(isOurs)) await wake();
    const target = await browser.waitForTarget(isOurs, { timeout: 10_000 });
    return (await target.worker())!;
  }

  /** An extension page's message starts the worker; the manifest is the one page without a script of its own. */
  async function wake(): Promise<void> {
    const page = await browser.newPage();
    await page.goto(own('manifest.json'));
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
    await page.close();
  }

  async function stopBackground(): Promise<void> {
    if (!browser.targets().some(isOurs)) await wake();
    const target = await browser.waitForTarget(isOurs, { timeout: 10_000 });
    // A worker may end by itself while it is being ended: what counts is that this one is gone.
    await until('the worker to be gone', async () => {
      if (!browser.targets().includes(target)) return true;
      await Promise.race([closeWorker(target), pause(1_000)]);
      return null;
    });
  }

  /** Stands in for the browser's own event; `tab` is the one that shows `page`. */
  async function dispatch(page: Page, event: 'onCommand' | 'onClicked', first: unknown): Promise<void> {
    await page.bringToFront();
    await (await worker()).evaluate(
      async (event, first, url) => {
        const tab = (await chrome.tabs.query({ active: true })).find((one) => one.url === url);
        const events = { onCommand: chrome.commands.onCommand, onClicked: chrome.contextMenus.onClicked };
        (events[event] as unknown as { dispatch(first: unknown, tab: unknown): void }).dispatch(first, tab);
      },
      event,
      first,
      page.url(),
    );
  }

  return {
    name: 'chromium',
    can: { trace: true, seeCovers: true },
    browser,
    own,
    open,
    openPrivate,
    openPopup,
    openOwn: (path) => open(own(path)),
    inBackground: async (run, ...args) => (await worker()).evaluate(run as never, ...args),
    stopBackground,
    command: (page, name) => dispatch(page, 'onCommand', name),
    chooseInMenu: (page, info) => dispatch(page, 'onClicked', { ...info, pageUrl: page.url() }),
    inRoot,
    saveDownloadsTo: async (folder) => {
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    close: () => browser.close(),
  };
}

/** Asks a worker to end; one that has ended meanwhile cannot be asked. */
async function closeWorker(target: Target): Promise<void> {
  try {
    await (await target.worker())?.close();
  } catch (error) {
    if (!/No (target|session) with given id|Session closed|Target closed|detached/i.test(String(error))) throw error;
  }
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

const inRoot: Driven['inRoot'] = async (page, run, ...args) => {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  const session = await sessions.get(page)!;
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const closed = closedRoot(root);
  if (!closed) return null;
  // Looked at from a world where the page's own functions do not count.
  const frameId = (page.mainFrame() as unknown as { _id: string })._id;
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'driver' });
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: closed.backendNodeId, executionContextId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: `function (...args) { return (${run.toString()})(this, ...args); }`,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  });
  // What the driver holds stays in memory, and would look like a leak of ours.
  await session.send('Runtime.releaseObject', { objectId: object.objectId! });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as never;
};

/** The first closed root in the tree; the pages of the tests have none of their own. */
function closedRoot(node: Protocol.DOM.Node): Protocol.DOM.Node | null {
  const own = node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
  if (own) return own;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = closedRoot(child);
    if (found) return found;
  }
  return null;
}
