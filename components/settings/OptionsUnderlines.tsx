import { kinds } from '../../lib/pack/schema.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { Icon } from '../shared/Icon.tsx';
import { kindNames } from '../shared/kinds.ts';
import { markedText } from '../shared/marked-text.ts';
import { useWords } from '../shared/words.ts';
import { Segments } from './Segments.tsx';
import { SettingLine, SwitchLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export type ChangeSettings = (change: (now: Settings) => Settings) => void;

/** What is underlined, how often and how, with a specimen that follows each choice. */
export function OptionsUnderlines({ settings, change }: { settings: Settings; change: ChangeSettings }) {
  const { t } = useWords();
  return (
    <SettingsSection id="under" title={t('optionsUnderlines')}>
      <Specimen settings={settings} />
      <fieldset class="line col">
        <legend>{t('optionsKinds')}</legend>
        <div class="tg2">
          {kinds.map((kind) => (
            <label key={kind} data-type={kind} class={settings.kinds[kind] ? '' : 'off'}>
              <input
                type="checkbox"
                checked={settings.kinds[kind]}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } }));
                }}
              />
              <Icon name={kind} />
              <span class="nm">{t(kindNames[kind])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <SettingLine title={t('optionsDensity')} detail={t('optionsDensityWhy')}>
        <Segments
          label={t('optionsDensity')}
          name="density"
          value={settings.density}
          onChange={(density) => change((now) => ({ ...now, density }))}
          options={[
            { value: 'page', text: t('optionsDensityPage') },
            { value: 'block', text: t('optionsDensityBlock') },
            { value: 'all', text: t('optionsDensityAll') },
          ]}
        />
      </SettingLine>
      <SettingLine title={t('optionsStyle')} detail={t('optionsStyleWhy')}>
        <Segments
          label={t('optionsStyle')}
          name="underline"
          value={settings.underline}
          onChange={(underline) => change((now) => ({ ...now, underline }))}
          options={[
            { value: 'line', text: t('optionsStyleLine') },
            { value: 'dots', text: t('optionsStyleDots') },
            { value: 'none', text: t('optionsStyleNone') },
          ]}
        />
      </SettingLine>
      <SwitchLine title={t('optionsCommon')} detail={t('optionsCommonWhy')} on={settings.common} onChange={(common) => change((now) => ({ ...now, common }))} />
    </SettingsSection>
  );
}

/** Three sentences as they would look on a page under the present settings. */
function Specimen({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const seen = new Set<string>();
  return (
    <p class={`prev is-${settings.underline}`}>
      {markedText(t('optionsSpecimen')).map((piece) => {
        if (piece.mark === null) return piece.text;
        const [kind, name = ''] = piece.mark.split('.');
        const shown = settings.kinds[kind as keyof Settings['kinds']] && (settings.density === 'all' || !seen.has(name));
        seen.add(name);
        return shown ? <u data-type={kind}>{piece.text}</u> : piece.text;
      })}
    </p>
  );
}
