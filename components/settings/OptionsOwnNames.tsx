import { typeNames } from '../shared/kinds.ts';
import type { OwnName } from '../../lib/pack/own-names.ts';
import { dateText } from '../shared/dates.ts';
import { isolated, useWords } from '../shared/words.ts';
import { SettingLine, SwitchLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

interface Props {
  /** Newest first; null: not read yet. */
  names: readonly OwnName[] | null;
  /** What could not be done: reading them, or the last change. */
  problem: 'unread' | 'not-stored' | null;
  enabled: boolean;
  onEnable: (on: boolean) => void;
  onEdit: (id: string) => void;
  onRemove: (name: OwnName) => void;
  onExport: () => void;
}

/** The names the reader added: to be corrected, taken out, taken along, or left aside for a while. */
export function OptionsOwnNames({ names, problem, enabled, onEnable, onEdit, onRemove, onExport }: Props) {
  const { t } = useWords();
  return (
    <SettingsSection id="own" title={t('optionsOwnNames')}>
      {problem === 'unread' && <SettingLine title={t('optionsOwnUnread')} detail={t('optionsOwnUnreadWhy')} />}
      {problem === 'not-stored' && (
        <p class="problem" role="alert">
          {t('optionsPackFailed')}
        </p>
      )}
      {names?.length === 0 && <SettingLine title={t('optionsOwnNone')} detail={t('optionsOwnNoneWhy')} />}
      {names !== null && names.length > 0 && (
        <>
          <SwitchLine title={t('optionsOwnUse')} detail={t('optionsOwnUseWhy')} on={enabled} onChange={onEnable} />
          {names.map((name) => (
            <OwnNameLine key={name.id} name={name} onEdit={() => onEdit(name.id)} onRemove={() => onRemove(name)} />
          ))}
          <SettingLine title={t('optionsOwnExport')} detail={t('optionsOwnExportWhy')}>
            <button type="button" class="btn is-line" onClick={() => onExport()}>
              {t('optionsPackExport')}
            </button>
          </SettingLine>
        </>
      )}
    </SettingsSection>
  );
}

function OwnNameLine({ name: { name, type, line, source }, onEdit, onRemove }: { name: OwnName; onEdit: () => void; onRemove: () => void }) {
  const { t, lang } = useWords();
  const shown = isolated(name);
  return (
    <SettingLine
      title={<bdi>{name}</bdi>}
      detail={t('optionsOwnSource', `${t(typeNames[type])}. ${isolated(line)}`, isolated(source.outlet), source.date ? dateText(source.date, lang) : t('cardUndated'))}
    >
      <span class="acts">
        <button type="button" class="btn" aria-label={t('optionsOwnEditOf', shown)} onClick={onEdit}>
          {t('optionsOwnEdit')}
        </button>
        <button type="button" class="btn is-danger" aria-label={t('optionsPackRemoveOf', shown)} onClick={onRemove}>
          {t('optionsPackRemove')}
        </button>
      </span>
    </SettingLine>
  );
}
