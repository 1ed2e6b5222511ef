import { useId, useState } from 'preact/hooks';
import type { AsOf } from '../../lib/pack/card.ts';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';

interface Props {
  asOf: Pick<AsOf, 'day' | 'basis'>;
  /** Null: back to the article's own date. */
  onSet: (day: string | null) => void;
}

/** The day all of the brief holds for, and a way to set another; typed here because a page could read what is typed in it. */
export function BriefDate({ asOf, onSet }: Props) {
  const { t, lang } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(asOf.day ?? '');
  const done = (day: string | null) => {
    onSet(day);
    setOpen(false);
  };
  return (
    <>
      <div class="when2">
        <p class="bk-asof">{asOf.day === null ? t('briefNoDate') : t(asOf.basis === 'reader' ? 'briefAsOfReader' : 'briefAsOf', dateText(asOf.day, lang))}</p>
        <button type="button" class="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="clock" />
          {t('briefChangeDate')}
        </button>
      </div>
      {open && (
        <form
          class="set-date"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft !== '') done(draft);
          }}
        >
          <label class="vh" for={id}>
            {t('briefDate')}
          </label>
          <input id={id} class="field" type="date" min="1000-01-01" max="2999-12-31" required value={draft} onInput={(event) => setDraft(event.currentTarget.value)} />
          <button type="submit" class="btn is-main">
            {t('briefSetDate')}
          </button>
          {asOf.basis === 'reader' && (
            <button type="button" class="btn is-line" onClick={() => done(null)}>
              {t('briefOwnDate')}
            </button>
          )}
        </form>
      )}
    </>
  );
}
