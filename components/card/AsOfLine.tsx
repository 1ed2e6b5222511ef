import { useState } from 'preact/hooks';
import type { Card } from '../../lib/pack/card.ts';
import { dateText } from '../shared/dates.ts';
import { useWords } from '../shared/words.ts';
import { DayChoice } from './DayChoice.tsx';

interface Props {
  card: Card;
  /** Whether the date can be changed from here at all times, or only where the page's own is missing or overruled. */
  changeable: boolean;
  onDay(day: string | null): void;
}

/** The moment the upper part holds for, and who set it. */
export function AsOfLine({ card, changeable, onDay }: Props) {
  const { t, lang } = useWords();
  const [choosing, setChoosing] = useState(false);
  const { day, basis } = card.asOf;
  const shown = dateText(day ?? card.packAsOf, lang);
  const text = basis === 'none' ? t('cardAsOfNone', shown) : basis === 'reader' ? t('cardAsOfReader', shown) : t('cardAsOf', shown);
  return (
    <>
      <p class="bk-asof">
        <span>{text}</span>
        {(changeable || basis !== 'article') && (
          <button type="button" class="btn bk-day" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t(basis === 'none' ? 'cardSetDate' : 'cardChangeDate')}
          </button>
        )}
      </p>
      {choosing && (
        <DayChoice
          day={day ?? card.packAsOf}
          last={card.packAsOf}
          isOwn={basis === 'reader'}
          onDay={(chosen) => {
            setChoosing(false);
            onDay(chosen);
          }}
        />
      )}
    </>
  );
}
