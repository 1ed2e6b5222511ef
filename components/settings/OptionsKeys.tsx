import { useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** The browser's keyboard commands for Backgrounder as they are set now. */
export function OptionsKeys({ commands, onChange }: { commands: readonly { name: string; keys: string }[]; onChange: () => void }) {
  const { t } = useWords();
  return (
    <SettingsSection id="keys" title={t('optionsKeys')}>
      {commands.map(({ name, keys }) => (
        <SettingLine key={name} title={name}>
          <span>{keys === '' ? <span class="none">{t('optionsNoKey')}</span> : keys.split('+').map((key) => <kbd key={key}>{key}</kbd>)}</span>
        </SettingLine>
      ))}
      <SettingLine title={t('optionsChangeKeys')} detail={t('optionsChangeKeysWhy')}>
        <button type="button" class="btn is-line" onClick={onChange}>
          {t('optionsChangeKeysOpen')}
        </button>
      </SettingLine>
    </SettingsSection>
  );
}
