import { NoteWindow } from '../../components/clippings/NoteWindow.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { facetsOf } from '../../lib/clip/library-view.ts';
import { closeThisPage } from '../../lib/extension/open-page.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useClippings } from '../../lib/extension/stored-clippings.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { ClippingStore } from '../../lib/store/clippings.ts';

const { words, dir } = await pageWords();
const id = new URLSearchParams(location.search).get('id') ?? '';
const everything = (store: ClippingStore) => store.list();

/** The note window, wired to the clipping its address names. */
export function NotePage() {
  const { settings } = useSettings();
  const { content, edit } = useClippings(everything);
  const clipping = content.is === 'ready' ? content.clippings.find((one) => one.id === id) : undefined;
  const found = content.is !== 'ready' ? content : clipping ? { is: 'ready' as const, clipping } : { is: 'missing' as const };
  const knownTags = content.is === 'ready' ? facetsOf(content.clippings).tags.map((tag) => tag.value) : [];
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('notePageTitle')} theme={settings?.theme ?? 'auto'}>
      <NoteWindow found={found} knownTags={knownTags} onEdit={(change) => edit(id, change)} onClose={() => void closeThisPage()} />
    </ExtensionPage>
  );
}
