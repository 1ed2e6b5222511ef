import { useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** What is kept, where, and what never happens. */
export function OptionsPrivacy() {
  const { t } = useWords();
  return (
    <SettingsSection id="priv" title={t('optionsPrivacy')}>
      <SettingLine title={t('privacyRead')} detail={t('privacyReadWhy')} />
      <SettingLine title={t('privacyKept')} detail={t('privacyKeptWhy')} />
      <SettingLine title={t('privacyNoCount')} detail={t('privacyNoCountWhy')} />
      <SettingLine title={t('privacyPage')} detail={t('privacyPageWhy')} />
    </SettingsSection>
  );
}
