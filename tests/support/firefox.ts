import puppeteer, { type Page } from 'puppeteer-core';
import type { Driven, LaunchOptions } from './browser.ts';
import { findFirefox } from './firefox.mjs';
import { connectionOf, FirefoxSystem } from './firefox-system.ts';
import { until } from './reader.ts';

const geckoId = 'backgrounder@backgrounder.example';
/** Firefox gives every install another address; the tests' is always this. */
const uuid = '4f3a9f0e-2f0a-4a69-8b1e-1d2c3b4a5f60';

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
  'network.dns.forceResolve': '127.0.0.1',
  // Quiet and offline.
  'app.update.enabled': false,
  'browser.search.update': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

/** Firefox behind the same face as Chromium: WebDriver BiDi for pages, the privileged scope for what only the browser itself can do. */
export async function launchFirefox({ extension, headed = false, openBefore, args = [], preferences: more = {} }: LaunchOptions): Promise<Driven> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: !headed,
    defaultViewport: headed ? null : { width: 1200, height: 900 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: { ...preferences, ...more },
  });
  if (openBefore) await (await browser.newPage()).goto(openBefore);
  await browser.installExtension(extension);
  const system = new FirefoxSystem(browser, geckoId);
  const own = (path: string): string => `moz-extension://${uuid}/${path}`;
  await until(
    'the welcome page',
    () => system.run(({ extension }, welcome) => [...extension.views].some(({ uri }) => uri?.spec === welcome), own('welcome.html')),
    20_000,
  );
  // BiDi names tabs only; with this also the extension's background and popup.
  await system.run((scope) => {
    const { navigables } = scope;
    const ofTabs = navigables.getBrowserById.bind(navigables);
    // Asked for each time: an extension that is loaded anew is another one.
    navigables.getBrowserById = (id) =>
      ofTabs(id) ?? [...scope.extension.views].map((view) => view.xulBrowser).find((one) => one && navigables.getIdForBrowser(one) === id) ?? null;
  });

  /** The navigable of one of our pages outside of tabs; null while it is not there. A popup moves into its panel before it is shown. */
  const viewOf = (type: 'background' | 'popup'): Promise<string | null> =>
    system.run(({ extension, navigables }, type) => {
      const found = [...extension.views].find(({ viewType }) => viewType === type)?.xulBrowser;
      if (!found || (type === 'popup' && found.closest<Element & { state: string }>('panel')?.state !== 'open')) return null;
      found.permanentKey ??= {};
      return navigables.getIdForBrowser(found);
    }, type);

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    return page;
  }

  async function openPrivate(url: string): Promise<Page> {
    await system.run((scope) => scope.letIntoPrivateWindows());
    await until('the extension to be back', () => system.run(({ extension }) => extension.privateBrowsingAllowed).catch(() => false));
    const before = new Set(await browser.pages());
    await system.run((scope, url) => scope.openPrivateWindow(url), url);
    const page = await until('a private window', async () => (await browser.pages()).find((one) => !before.has(one) && one.url() === url));
    await page.bringToFront();
    return page;
  }

  /** Navigation to our own pages is never reported to have ended, though the page loads. */
  async function openOwn(path: string): Promise<Page> {
    const page = await browser.newPage();
    await connectionOf(browser).send('browsingContext.navigate', { context: idOf(page), url: own(path), wait: 'none' });
    await until(`${path} to load`, () => page.evaluate((url) => location.href === url && document.readyState !== 'loading', own(path)).catch(() => false));
    await page.bringToFront();
    return page;
  }

  async function openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    await system.run((scope) => scope.pressToolbarButton());
    const context = await until('the popup', () => viewOf('popup'));
    const before = new Set(await browser.pages());
    const told = { context, parent: null, url: own('popup.html'), userContext: 'default', originalOpener: null, children: null, clientWindow: '' };
    connectionOf(browser).emit('browsingContext.contextCreated', told);
    const popup = await until('the popup', async () => (await browser.pages()).find((one) => !before.has(one)));
    popup.close = async () => {
      await system.run((scope) => scope.closePopups());
      await until('the popup to close', async () => (await viewOf('popup')) === null);
      connectionOf(browser).emit('browsingContext.contextDestroyed', told);
    };
    return popup;
  }

  async function background(): Promise<string> {
    await system.run(({ extension }) => extension.wakeupBackground());
    return until('the background', () => viewOf('background'));
  }

  return {
    name: 'firefox',
    can: { trace: false, seeCovers: false },
    browser,
    own,
    open,
    openPrivate,
    openOwn,
    openPopup,
    inBackground: async <A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>> => system.callIn<T>(await background(), run.toString(), args),
    stopBackground: async () => {
      await background();
      await system.run(({ extension }) => extension.terminateBackground({ ignoreDevToolsAttached: true }));
    },
    command: async (page, name) => {
      await page.bringToFront();
      await system.run(({ extension }, name) => extension.shortcuts.onCommand(name), name);
    },
    chooseInMenu: async (page, info) => {
      await page.bringToFront();
      await system.run(({ extension, window }, info) => extension.emit('webext-menu-menuitem-click', info, window.gBrowser.selectedTab), { ...info, pageUrl: page.url() });
    },
    inRoot: async <A extends unknown[], T>(page: Page, run: (root: ShadowRoot, ...args: A) => T, ...args: A): Promise<Awaited<T> | null> => {
      const root = await closedRoot(page);
      return root && system.callIn<T>(idOf(page), `function (...args) { return (${run.toString()})(this, ...args); }`, args, root);
    },
    saveDownloadsTo: async (folder) => {
      await connectionOf(browser).send('browser.setDownloadBehavior', { downloadBehavior: { type: 'allowed', destinationFolder: folder } });
    },
    close: () => browser.close(),
  };

  /** BiDi names shadow roots, closed ones too, in what it tells of their hosts. */
  async function closedRoot(page: Page): Promise<{ sharedId: string } | null> {
    const { result } = await connectionOf(browser).send('browsingContext.locateNodes', {
      context: idOf(page),
      locator: { type: 'css', value: 'backgrounder-host' },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
    });
    const [host] = (result as { nodes: { value: { shadowRoot: { sharedId: string } | null } }[] }).nodes;
    return host?.value.shadowRoot ? { sharedId: host.value.shadowRoot.sharedId } : null;
  }
}

function idOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
