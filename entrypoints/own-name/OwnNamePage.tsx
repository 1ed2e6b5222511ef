import { OwnNameForm } from '../../components/settings/OwnNameForm.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { useOwnName } from '../../lib/extension/own-name.ts';
import { closeThisPage } from '../../lib/extension/open-page.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';

const { words, dir } = await pageWords();

/** The window for one of the reader's own names, wired to the one its address names, or to a new one. */
export function OwnNamePage() {
  const { settings } = useSettings();
  const { found, save } = useOwnName(location.search);
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('ownPageTitle')} theme={settings?.theme ?? 'auto'}>
      <OwnNameForm found={found} onSave={save} onClose={() => void closeThisPage()} />
    </ExtensionPage>
  );
}
