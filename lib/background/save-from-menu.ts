import type { Browser } from 'wxt/browser';
import { cleanAddress } from '../article/address.ts';
import { clippingDraftSchema } from '../clip/schema.ts';
import { textVersion } from '../clip/text-version.ts';
import { limits } from '../limits.ts';
import { askPage } from '../messages/client.ts';
import type { ClippingStore } from '../store/clippings.ts';
import { makeClipping } from './make-clipping.ts';
import type { Knowledge } from './knowledge.ts';
import { putOverlay } from './page-access.ts';

/**
 * Saves a tab's selection at the reader's command. Where the overlay can run it does the saving (context, positions,
 * toast); where no script may run (PDF, restricted pages), the menu's own text and address are kept.
 */
export async function saveFromMenu(
  tab: Browser.tabs.Tab,
  selection: string | undefined,
  services: { knowledge: Knowledge; clippings: ClippingStore; now(): string; newId(): string },
): Promise<'page' | 'text' | 'nothing' | 'failed'> {
  // A PDF viewer lets a script in, but not to what is selected there.
  if (tab.id !== undefined && (await putOverlay(tab.id)) && (await askPage(tab.id, { type: 'save-selection' }))) return 'page';
  const exact = selection?.trim().slice(0, limits.quoteUtf16);
  if (!exact || !tab.url || !/^https?:/.test(tab.url) || tab.incognito) return 'nothing';
  const url = cleanAddress(tab.url);
  const draft = clippingDraftSchema.safeParse({
    id: services.newId(),
    selector: { exact, prefix: '', suffix: '', position: null, textVersion },
    page: {
      url,
      barUrl: url,
      title: (tab.title ?? '').slice(0, limits.titleUtf16),
      byline: [],
      site: null,
      published: null,
      publishedFrom: 'no script may run here',
      lang: null,
      dir: 'ltr',
    },
    entities: [],
  });
  // A row that no schema takes would make every backup with it one that cannot be restored.
  if (!draft.success) return 'failed';
  const saved = await services.clippings.save(await makeClipping(draft.data, services.knowledge, services.now()));
  return saved.ok ? 'text' : 'failed';
}
