import { browser } from 'wxt/browser';
import { readArticle } from '../article/read-article.ts';
import { limits } from '../limits.ts';
import { cardsOf } from '../store/cards.ts';
import { fetchSentences } from '../i18n.ts';
import { changeSettings } from '../settings/items.ts';
import { announcePacks } from '../settings/packs-revision.ts';
import type { ClippingStore } from '../store/clippings.ts';
import { ClippedCounts } from './clipped-counts.ts';
import { makeClipping } from './make-clipping.ts';
import type { Knowledge } from './knowledge.ts';
import { openSurface } from './open-surface.ts';
import { insertStyles, overlayIfWanted, putOverlay, runScript } from './page-access.ts';
import { ScanParts } from './scan-parts.ts';
import type { Handlers, Sender } from './router.ts';

export interface Services {
  knowledge: Knowledge;
  clippings: ClippingStore;
  /** Rules of highlights, by their names, for what selectors match in an annotated page. */
  css: (scopes: readonly string[], names: readonly string[]) => string;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
}

/** One handler for each request. What they throw the router turns into a reason. */
export function createHandlers({ knowledge, clippings, css, now }: Services): Handlers {
  const scans = new ScanParts();
  const counts = new ClippedCounts(clippings);
  return {
    'page-seen': async (seen, sender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await overlayIfWanted(seen, tabId);
      return done;
    },

    'read-article': ({ facts }) => Promise.resolve({ ok: true, value: readArticle(facts, now().slice(0, 10)) }),

    scan: async ({ page, memory, ...part }) => {
      const text = scans.add(part);
      if (text === null) return { ok: true, value: null };
      if (text === 'lost') return { ok: true, value: { again: true } };
      const matcher = await knowledge.matcher();
      return { ok: true, value: matcher.find({ ...page, text }, memory) };
    },

    styles: async ({ scopes, names }, sender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await insertStyles(tabId, css(scopes, names), scopes.includes(':root'));
      return done;
    },

    surfaces: async (_, sender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await runScript(tabId, '/surfaces.js');
      return done;
    },

    sentences: async ({ language }) => ({ ok: true, value: await fetchSentences(language) }),

    cards: async ({ entities, day, basis }) => {
      await knowledge.ready();
      return { ok: true, value: await cardsOf(knowledge.store, entities, { day, basis }, now().slice(0, 10)) };
    },

    'clipped-counts': async ({ entities }) => ({ ok: true, value: await counts.of(entities) }),

    'save-clipping': async ({ draft }, sender) => {
      if (isPrivate(sender)) return { ok: false, reason: 'private-window' };
      const clipping = await makeClipping(draft, knowledge, now());
      return clippings.save(clipping);
    },

    'remove-clipping': ({ id }) => clippings.remove([id], now()),
    'restore-clipping': async ({ id }) => {
      const back = await clippings.restore([id]);
      if (!back.ok) return back;
      return back.value > 0 ? done : { ok: false, reason: 'failed' };
    },
    'clippings-of-page': ({ url, barUrl }) => clippings.ofPage(url, barUrl),
    'clippings-seen': async ({ sightings }, sender) => (isPrivate(sender) ? done : clippings.see(sightings)),

    'mention-count': async ({ count }, sender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
      return done;
    },

    mute: async ({ entity, muted }, sender) => {
      if (isPrivate(sender)) return { ok: false, reason: 'private-window' };
      await changeSettings((settings) => {
        const others = settings.muted.filter((one) => one.pack !== entity.pack || one.entity !== entity.entity);
        return { ...settings, muted: muted ? [...others, entity] : others };
      });
      return done;
    },

    open: async (request, sender) => {
      await openSurface(request, sender.tab);
      return done;
    },

    annotate: async ({ tabId }) => ({ ok: true, value: await putOverlay(tabId) }),

    'look-up': async ({ text }) => ({ ok: true, value: (await knowledge.matcher()).lookUp(text, limits.lookUpResults) }),

    'packs-changed': async () => {
      await knowledge.refresh();
      await announcePacks(now());
      return done;
    },

    'edit-clipping': async ({ id, change }) => {
      const edited = await clippings.update([id], change, now());
      return edited.ok ? done : edited;
    },
  };
}

const done = { ok: true, value: null } as const;

function isPrivate(sender: Sender): boolean {
  return sender.tab?.incognito ?? false;
}
