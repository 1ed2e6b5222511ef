import type { Card } from '../../lib/pack/card.ts';
import { useWords } from '../shared/words.ts';
import { lifeLine } from './life-line.ts';

/** So near an end, the tag would hang over it. */
const edge = 0.12;

/** The article's moment on the subject's life line: filled marks before it, rings after. The facts themselves stand in the lists. */
export function Seam({ card, withLater }: { card: Card; withLater: boolean }) {
  const { t, lang } = useWords();
  const line = lifeLine(card, withLater);
  if (!line) return null;
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  const from = number.format(Number(line.fromYear));
  const to = number.format(Number(line.toYear));
  const label = t('cardLifeLine', from, to, number.format(card.before.length), number.format(withLater ? card.since.length : 0));
  return (
    <div class="bk-seam" style={{ '--f': line.article }} role="img" aria-label={label}>
      <span class={`tag${line.article < edge ? ' is-start' : line.article > 1 - edge ? ' is-end' : ''}`}>{t('cardThisArticle')}</span>
      <span class="line" />
      <ol aria-hidden="true">
        {line.marks.map(({ at, count, isLater }) => (
          <li key={`${at}${isLater}`} class={`${isLater ? 'after' : ''}${count > 1 ? ' many' : ''}`} style={{ '--x': `${at * 100}%` }} />
        ))}
        <li class="now" style={{ '--x': `${line.article * 100}%` }} />
      </ol>
      <span class="yrs">
        <span>{from}</span>
        <span>{to}</span>
      </span>
    </div>
  );
}
