import { useState } from 'preact/hooks';
import { Popup } from '../../components/settings/Popup.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { useActivePage } from '../../lib/extension/active-page.ts';
import { useNameSearch } from '../../lib/extension/name-search.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { nameCounts, pageState } from '../../lib/extension/page-state.ts';
import { popupActions } from '../../lib/extension/popup-actions.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';

const { words, dir } = await pageWords();

/** The popup, wired to the tab under it. */
export function PopupPage() {
  const stored = useSettings();
  const { page, refresh } = useActivePage(null);
  const [refused, setRefused] = useState(false);
  const search = useNameSearch(page?.tabId ?? null);
  const { settings } = stored;
  if (!settings || !page) return null;
  const state = pageState(page, settings);
  const actions = popupActions({ page, state, change: stored.change, refresh, onRefused: () => setRefused(true) });
  const counts = state.is === 'on' ? nameCounts(state.model.mentions, settings) : null;
  const problem = stored.refused ? 'settings' : refused ? 'refused' : null;
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('extName')} theme={settings.theme}>
      <Popup state={state} counts={counts} settings={settings} title={page.title} isPrivate={page.isPrivate} problem={problem} search={search} actions={actions} />
    </ExtensionPage>
  );
}
