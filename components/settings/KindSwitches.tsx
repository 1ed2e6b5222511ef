import type { NameCounts } from '../../lib/extension/page-state.ts';
import { kinds, type Kind } from '../../lib/pack/schema.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { Icon } from '../shared/Icon.tsx';
import { kindNames } from '../shared/kinds.ts';
import { useWords } from '../shared/words.ts';

interface Props {
  counts: NameCounts;
  settings: Settings;
  onChange: (kind: Kind, on: boolean) => void;
}

/** The seven kinds with how many of each the page names, and whether they are underlined. */
export function KindSwitches({ counts, settings, onChange }: Props) {
  const { t, lang } = useWords();
  const number = new Intl.NumberFormat(lang);
  return (
    <fieldset class="types">
      <legend class="vh">{t('popupUnderline')}</legend>
      <p class="lab" aria-hidden="true">
        <span>{t('popupUnderline')}</span>
        <span>{t('popupOnThisPage')}</span>
      </p>
      {kinds.map((kind) => (
        <label key={kind} data-type={kind} class={settings.kinds[kind] ? '' : 'off'}>
          <Icon name={kind} />
          <span class="nm">
            <span>{t(kindNames[kind])}</span>
          </span>
          <span class="n">{number.format(counts.byKind[kind])}</span>
          <input type="checkbox" checked={settings.kinds[kind]} onChange={(event) => onChange(kind, event.currentTarget.checked)} />
        </label>
      ))}
    </fieldset>
  );
}
