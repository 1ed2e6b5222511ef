import type { EntityRef } from '../../lib/match/types.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { isolated, useWords } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Names the reader wants no underline for. `nameOf` gives an entity's name, or its id where its pack is gone. */
export function OptionsMuted({ muted, nameOf, onUnmute }: { muted: readonly EntityRef[]; nameOf: (ref: EntityRef) => string; onUnmute: (ref: EntityRef) => void }) {
  const { t } = useWords();
  return (
    <SettingsSection id="muted" title={t('optionsMuted')}>
      {muted.length === 0 && <SettingLine title={t('optionsNoMuted')} detail={t('optionsNoMutedWhy')} />}
      {muted.map((ref) => {
        const name = nameOf(ref);
        return (
          <SettingLine key={entityKey(ref)} title={<bdi>{name}</bdi>}>
            <button type="button" class="btn" aria-label={t('optionsUnmuteName', isolated(name))} onClick={() => onUnmute(ref)}>
              {t('optionsUnmute')}
            </button>
          </SettingLine>
        );
      })}
    </SettingsSection>
  );
}
