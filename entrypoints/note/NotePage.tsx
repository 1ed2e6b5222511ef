import { NoteWindow } from '../../components/clippings/NoteWindow.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { useKnownTags } from '../../lib/extension/known-tags.ts';
import { closeThisPage } from '../../lib/extension/open-page.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useClippings } from '../../lib/extension/stored-clippings.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { ClippingStore } from '../../lib/store/clippings.ts';

const { words, dir } = await pageWords();
const id = new URLSearchParams(location.search).get('id') ?? '';
const theOne = async (store: ClippingStore) => {
  const one = await store.get(id);
  return one.ok ? { ok: true as const, value: one.value ? [one.value] : [] } : one;
};

/** The note window, wired to the clipping its address names. */
export function NotePage() {
  const { settings } = useSettings();
  const { content, edit } = useClippings(theOne);
  const knownTags = useKnownTags();
  const clipping = content.is === 'ready' ? content.clippings[0] : undefined;
  const found = content.is !== 'ready' ? content : clipping ? { is: 'ready' as const, clipping } : { is: 'missing' as const };
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('notePageTitle')} theme={settings?.theme ?? 'auto'}>
      <NoteWindow found={found} knownTags={knownTags} onEdit={(change) => edit(id, change)} onClose={() => void closeThisPage()} />
    </ExtensionPage>
  );
}
