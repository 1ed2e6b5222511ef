import { useState } from 'preact/hooks';
import { lastDay } from '../../lib/pack/dates.ts';
import { monthName } from '../shared/dates.ts';
import { useWords } from '../shared/words.ts';

interface Props {
  day: string;
  /** The latest day that can be told of. */
  last: string;
  /** The present day is the reader's own. */
  isOwn: boolean;
  onDay(day: string | null): void;
}

/** Far enough back for an archive; older days are set in the brief. */
const yearsBack = 40;

/** A day from three lists: picked, not typed, because a page can watch every key that is pressed in it. */
export function DayChoice({ day, last, isOwn, onDay }: Props) {
  const { t, lang } = useWords();
  const [chosen, choose] = useState(day);
  const year = chosen.slice(0, 4);
  const month = chosen.slice(5, 7);
  const days = Number(lastDay(chosen.slice(0, 7)).slice(8));
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  const set = (y: string, m: string, d: string) => choose(d > lastDay(`${y}-${m}`).slice(8) ? lastDay(`${y}-${m}`) : `${y}-${m}-${d}`);
  const lists = [
    { label: t('cardDateDay'), value: chosen.slice(8), options: count(1, days).map((n) => [two(n), number.format(n)]), pick: (d: string) => set(year, month, d) },
    {
      label: t('cardDateMonth'),
      value: month,
      options: count(1, 12).map((n) => [two(n), monthName(n, lang)]),
      pick: (m: string) => set(year, m, chosen.slice(8)),
    },
    {
      label: t('cardDateYear'),
      value: year,
      options: yearsTo(Number(last.slice(0, 4)), Number(year)).map((n) => [String(n), number.format(n)]),
      pick: (y: string) => set(y, month, chosen.slice(8)),
    },
  ] as const;
  return (
    <div class="bk-days">
      {lists.map(({ label, value, options, pick }) => (
        <select key={label} class="field" aria-label={label} onChange={(event) => pick(event.currentTarget.value)}>
          {options.map(([key, text]) => (
            <option key={key} value={key} selected={key === value}>
              {text}
            </option>
          ))}
        </select>
      ))}
      <button type="button" class="btn is-main" onClick={() => onDay(chosen)}>
        {t('cardDateShow')}
      </button>
      {isOwn && (
        <button type="button" class="btn" onClick={() => onDay(null)}>
          {t('cardDateArticle')}
        </button>
      )}
    </div>
  );
}

function yearsTo(last: number, chosen: number): number[] {
  const years = count(last - yearsBack, last).reverse();
  return years.includes(chosen) ? years : [...years, chosen];
}

const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const two = (n: number) => String(n).padStart(2, '0');
