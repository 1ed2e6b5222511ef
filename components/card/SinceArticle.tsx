import { useState } from 'preact/hooks';
import type { Card, Statement } from '../../lib/pack/card.ts';
import { lastDay } from '../../lib/pack/dates.ts';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { countOf, useWords } from '../shared/words.ts';
import { Statements } from './Statements.tsx';

interface Props {
  card: Card;
  startsOpen: boolean;
  onCopy?: ((text: string) => void) | undefined;
  onReport?: ((statement: Statement) => void) | undefined;
}

/** What the article could not know: closed until the reader asks, the first few at first. */
const firstFew = 7;

export function SinceArticle({ card, startsOpen, onCopy, onReport }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const [all, showAll] = useState(false);
  const { since } = card;
  if (card.asOf.day === null) return null;
  if (since.length === 0 && card.state === 'report-only') return null;
  if (since.length === 0) return card.asOf.stale ? null : <p class="bk-since bk-none">{t('cardNothingSince')}</p>;
  const latest = since.map(({ date, to }) => to ?? date).reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));
  const shown = all ? since : since.slice(0, firstFew);
  return (
    <details class="bk-since" open={startsOpen}>
      <summary>
        <span>{t('cardSince')}</span> <span class="n">{countOf(words, 'cardLater', since.length, monthOf(latest, lang))}</span>
        <Icon name="down" class="turn" />
      </summary>
      <Statements statements={shown} name={card.name} onCopy={onCopy} onReport={onReport} />
      {shown.length < since.length && (
        <p class="then">
          <button type="button" class="btn link" onClick={() => showAll(true)}>
            {countOf(words, 'cardMoreLater', since.length - shown.length)}
          </button>
        </p>
      )}
    </details>
  );
}

/** A day is more than a heading needs. */
function monthOf(date: string, lang: string): string {
  return dateText(date.slice(0, 7), lang);
}
