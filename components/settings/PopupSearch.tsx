import type { LookedUp } from '../../lib/match/look-up.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';

interface Props {
  text: string;
  /** Null: nothing was asked, or the answer is on its way. */
  found: readonly LookedUp[] | null;
  onText: (text: string) => void;
  onOpen: (entity: LookedUp) => void;
}

/** A box that finds entities by any of their names, and what it found. */
export function PopupSearch({ text, found, onText, onOpen }: Props) {
  const { t } = useWords();
  return (
    <search class="look-up">
      <label class="find">
        <Icon name="search" />
        <span class="vh">{t('popupLookUp')}</span>
        <input class="field" type="search" dir="auto" autocomplete="off" spellcheck={false} value={text} placeholder={t('popupLookUp')} onInput={(event) => onText(event.currentTarget.value)} />
      </label>
      <div role="status">{found?.length === 0 && <p class="none">{t('popupNoName')}</p>}</div>
      {found !== null && found.length > 0 && (
        <ul>
          {found.map((one) => (
            <li key={entityKey(one)}>
              <button type="button" data-type={one.kind} onClick={() => onOpen(one)}>
                <Icon name={one.kind} />
                <bdi>{one.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
