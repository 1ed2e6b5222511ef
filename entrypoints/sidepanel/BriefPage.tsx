import { useCallback, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Brief } from '../../components/brief/Brief.tsx';
import { briefMarkdown } from '../../components/brief/brief-markdown.ts';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { copyText } from '../../lib/copy-text.ts';
import { annotate, useActivePage } from '../../lib/extension/active-page.ts';
import { useKnownTags } from '../../lib/extension/known-tags.ts';
import { pageState } from '../../lib/extension/page-state.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useClippings } from '../../lib/extension/stored-clippings.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import { ask, askPage } from '../../lib/messages/client.ts';
import type { ClippingStore } from '../../lib/store/clippings.ts';

const { words, dir } = await pageWords();
const named = Number(new URLSearchParams(location.search).get('tab') ?? NaN);
const fixedTab = Number.isInteger(named) ? named : null;

/** The side panel, wired to the tab beside it. */
export function BriefPage() {
  const { settings } = useSettings();
  const { page, refresh } = useActivePage(fixedTab);
  const [copied, setCopied] = useState<{ url: string; outcome: 'yes' | 'failed' } | null>(null);
  const [url, barUrl] = [page?.model?.article.canonical ?? '', page?.model?.article.url ?? ''];
  const stored = useClippings(useCallback((store: ClippingStore) => store.ofPage(url, barUrl), [url, barUrl]));
  const knownTags = useKnownTags();
  if (!settings) return null;
  const clippings = stored.content.is === 'ready' ? stored.content.clippings : stored.content.is === 'failed' ? stored.content.why : [];
  const state = page && pageState(page, settings);
  const onPage = (request: Parameters<typeof askPage>[1]) => (page ? askPage(page.tabId, request) : Promise.resolve(null));
  const actions = {
    jump: (card: { pack: string; entity: string }, index: number) => void onPage({ type: 'jump', entity: { pack: card.pack, entity: card.entity }, index }),
    jumpToClipping: (id: string) => void onPage({ type: 'jump-clipping', id }),
    setDay: (day: string | null) => void onPage({ type: 'set-day', day }).then(refresh),
    edit: stored.edit,
    copy: () => {
      const model = state?.is === 'on' ? state.model : null;
      if (model) void copyText(briefMarkdown(model, typeof clippings === 'string' ? [] : clippings, words)).then((done) => setCopied({ url, outcome: done ? 'yes' : 'failed' }));
    },
    library: () => void ask({ type: 'open', what: 'library' }),
    options: () => void browser.runtime.openOptionsPage(),
    annotate: () => void (page && annotate(page.tabId).then(refresh)),
  };
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('briefPageTitle')} theme={settings.theme}>
      <Brief state={state} title={page?.title ?? ''} clippings={clippings} knownTags={knownTags} copied={copied?.url === url ? copied.outcome : null} since={settings.since} actions={actions} />
    </ExtensionPage>
  );
}
