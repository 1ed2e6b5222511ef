import { browser, type Browser } from 'wxt/browser';
import { askPage } from '../messages/client.ts';
import { reportError } from '../report-error.ts';
import { changeSettings, readSettings, watchSettings } from '../settings/items.ts';
import { mayTurnOn, siteOf, withRule } from '../settings/site-rules.ts';
import { openClippings, type ClippingStore } from '../store/clippings.ts';
import { openLedger } from '../store/ledger.ts';
import { openAddName } from './add-name.ts';
import { backgroundWords } from './background-words.ts';
import { createHandlers, type Services } from './handlers.ts';
import { Knowledge } from './knowledge.ts';
import { openBrief } from './open-surface.ts';
import { activeTab, followPermissions, serveOpenTabs } from './page-access.ts';
import { isOurs, route } from './router.ts';
import { saveFromMenu } from './save-from-menu.ts';

const saveMenuId = 'save-excerpt';
const addNameMenuId = 'add-name';

/** Registers every listener before it returns, as a worker woken by an event must. `css` writes the rules of highlights, by their names, for what selectors match. */
export function startBackground(css: Services['css']): void {
  const knowledge = new Knowledge();
  const clippings = openClippings({ ledger: openLedger(browser.storage.local) });
  const services = { knowledge, clippings, css, now: () => new Date().toISOString(), newId: () => crypto.randomUUID() };
  const handlers = createHandlers(services);

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!isOurs(sender)) return false;
    void route(handlers, message, sender).then(reply);
    return true;
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    edge('menu', async () => {
      const t = await backgroundWords();
      browser.contextMenus.create({ id: saveMenuId, title: t('menuSaveExcerpt'), contexts: ['selection'] }, () => void browser.runtime.lastError);
      browser.contextMenus.create({ id: addNameMenuId, title: t('menuAddName'), contexts: ['selection'] }, () => void browser.runtime.lastError);
    });
    const [packs, permissions] = [knowledge.ready(), followPermissions()];
    edge('packs', () => packs);
    edge('permissions', () => permissions);
    if (reason !== 'install') return;
    edge('welcome', async () => {
      // It shows cards of the packs and asks for permissions, and comes whatever became of either.
      await Promise.allSettled([packs, permissions]);
      await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
    });
  });
  browser.runtime.onStartup.addListener(() => {
    edge('packs', () => knowledge.ready());
    edge('permissions', followPermissions);
    edge('library', () => showLost(clippings));
    edge('library', () => clippings.forget(services.now()));
  });
  browser.permissions.onAdded.addListener(() => edge('permissions', followPermissions));
  browser.permissions.onRemoved.addListener(() => edge('permissions', followPermissions));

  // Overlays turn themselves off; only a page that has none yet needs us when something is turned on.
  watchSettings((now, before) => {
    if (mayTurnOn(now, before)) edge('settings', serveOpenTabs);
    if (now.language !== before.language) edge('menu', nameMenus);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === saveMenuId && tab) edge('menu', () => save(tab, info.selectionText));
    if (info.menuItemId === addNameMenuId && tab) edge('menu', () => addName(tab, info.selectionText));
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-brief') edge('command', () => openBrief(tab));
    else edge('command', async () => carryOut(command, tab ?? (await activeTab())));
  });

  async function carryOut(command: string, tab: Browser.tabs.Tab | undefined): Promise<void> {
    if (tab?.id === undefined) return;
    if (command === 'next-mention') await askPage(tab.id, { type: 'step', direction: 1 });
    else if (command === 'previous-mention') await askPage(tab.id, { type: 'step', direction: -1 });
    else if (command === 'save-excerpt') await save(tab, undefined);
    else if (command === 'toggle-site') await toggleSite(tab);
  }

  async function save(tab: Browser.tabs.Tab, selection: string | undefined): Promise<void> {
    const outcome = await saveFromMenu(tab, selection, services);
    if (outcome !== 'page') await tellOnButton(tab, outcome === 'text' ? 'badgeSaved' : 'badgeNotSaved');
  }
}

async function addName(tab: Browser.tabs.Tab, selection = ''): Promise<void> {
  if (!(await openAddName(tab, selection))) await tellOnButton(tab, 'clipPrivate');
}

/** A tab's button says what came of what was asked for by keyboard or menu. */
async function tellOnButton({ id: tabId }: Browser.tabs.Tab, what: 'badgeSaved' | 'badgeNotSaved' | 'clipPrivate'): Promise<void> {
  if (tabId === undefined) return;
  await browser.action.setBadgeText({ tabId, text: what === 'badgeSaved' ? '✓' : '!' });
  await browser.action.setTitle({ tabId, title: (await backgroundWords())(what) });
}

/** The menus in the language chosen since they were made. */
async function nameMenus(): Promise<void> {
  const t = await backgroundWords();
  await browser.contextMenus.update(saveMenuId, { title: t('menuSaveExcerpt') });
  await browser.contextMenus.update(addNameMenuId, { title: t('menuAddName') });
}

/** A library the browser has lost is told of at once, where it can be restored: the longer it is unknown, the staler the backup. */
async function showLost(clippings: ClippingStore): Promise<void> {
  const whole = await clippings.check();
  if (whole.ok && whole.value.found < whole.value.expected) await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

/** Turns the overlay off for a tab's site, or on again; says so where that would leave the name of a private tab's site behind. */
async function toggleSite(tab: Browser.tabs.Tab): Promise<void> {
  const site = tab.url === undefined ? null : siteOf(tab.url);
  if (site === null) return;
  if (tab.incognito) return tellOnButton(tab, 'clipPrivate');
  const isOff = (await readSettings()).sites[site]?.on === false;
  await changeSettings((settings) => withRule(settings, 'sites', site, { on: isOff }));
}

/** The edge where what a listener throws is reported, and goes no further. */
function edge(feature: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => reportError(feature, error));
}
