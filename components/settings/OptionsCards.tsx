import { languageNames, languages } from '../../lib/settings/languages.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { useWords } from '../shared/words.ts';
import type { ChangeSettings } from './OptionsUnderlines.tsx';
import { Segments } from './Segments.tsx';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** How cards open, what they show first, and the look of all surfaces. */
export function OptionsCards({ settings, change }: { settings: Settings; change: ChangeSettings }) {
  const { t, lang } = useWords();
  const rest = new Intl.NumberFormat(lang, { style: 'unit', unit: 'millisecond' }).format(settings.dwellMs);
  return (
    <SettingsSection id="cards" title={t('optionsCards')}>
      <SettingLine title={t('optionsDwell')} detail={t('optionsDwellWhy')}>
        <span class="rng">
          <input
            type="range"
            min="200"
            max="1500"
            step="50"
            value={settings.dwellMs}
            aria-label={t('optionsDwell')}
            aria-valuetext={rest}
            onChange={(event) => {
              const dwellMs = Number(event.currentTarget.value);
              change((now) => ({ ...now, dwellMs }));
            }}
          />
          <output>{rest}</output>
        </span>
      </SettingLine>
      <SettingLine title={t('optionsSince')} detail={t('optionsSinceWhy')}>
        <Segments
          label={t('optionsSince')}
          name="since"
          value={settings.since}
          onChange={(since) => change((now) => ({ ...now, since }))}
          options={[
            { value: 'closed', text: t('optionsSinceClosed') },
            { value: 'open', text: t('optionsSinceOpen') },
            { value: 'never', text: t('optionsSinceNever') },
          ]}
        />
      </SettingLine>
      <SettingLine title={t('optionsTheme')} detail={t('optionsThemeWhy')}>
        <Segments
          label={t('optionsTheme')}
          name="theme"
          value={settings.theme}
          onChange={(theme) => change((now) => ({ ...now, theme }))}
          options={[
            { value: 'auto', text: t('optionsThemeAuto') },
            { value: 'light', text: t('optionsThemeLight') },
            { value: 'dark', text: t('optionsThemeDark') },
          ]}
        />
      </SettingLine>
      <SettingLine title={t('optionsLanguage')} detail={t('optionsLanguageWhy')}>
        <select
          class="field"
          aria-label={t('optionsLanguage')}
          onChange={(event) => {
            const language = event.currentTarget.value as Settings['language'];
            change((now) => ({ ...now, language }));
          }}
        >
          <option value="auto" selected={settings.language === 'auto'}>
            {t('optionsLanguageAuto')}
          </option>
          {languages.map((language) => (
            <option key={language} value={language} lang={language} selected={language === settings.language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      </SettingLine>
    </SettingsSection>
  );
}
