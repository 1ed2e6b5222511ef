import { useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Where clippings are, and the way to them. */
export function OptionsClippings({ onLibrary }: { onLibrary: () => void }) {
  const { t } = useWords();
  return (
    <SettingsSection id="lib" title={t('optionsClippings')}>
      <SettingLine title={t('optionsLibrary')} detail={t('optionsLibraryWhy')}>
        <button type="button" class="btn is-line" onClick={onLibrary}>
          {t('optionsLibraryOpen')}
        </button>
      </SettingLine>
    </SettingsSection>
  );
}
