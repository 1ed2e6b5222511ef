import type { Card } from '../../lib/pack/card.ts';
import { existence } from '../card/card-dates.ts';
import { Designations } from '../card/Designations.tsx';
import { Disputes } from '../card/Disputes.tsx';
import { Prose } from '../card/Prose.tsx';
import { SinceArticle } from '../card/SinceArticle.tsx';
import { Sources } from '../card/Sources.tsx';
import { Statements } from '../card/Statements.tsx';
import { typeNames } from '../shared/kinds.ts';
import { useWords } from '../shared/words.ts';

/** One entity's background in full, without hovering: what held on the day, then, apart and closed, what came since. */
export function BriefEntity({ card, since }: { card: Card; since: 'closed' | 'open' | 'never' }) {
  const words = useWords();
  const { t } = words;
  const years = existence(card, words);
  return (
    <div class="about">
      <p class="src">
        {t(typeNames[card.type])}
        {years && `, ${years}`}
        {card.otherNames.map((name) => (
          <span key={name.text}>
            {'; '}
            <bdi lang={name.lang}>{name.text}</bdi>
          </span>
        ))}
      </p>
      {card.state === 'report-only' && <p class="bk-desc">{t('cardReportOnly')}</p>}
      {card.summary && (
        <>
          <p class="bk-desc" dir="auto">
            <Prose text={card.summary.text} />
          </p>
          <Sources sources={card.summary.sources} />
        </>
      )}
      {!card.summary && card.state !== 'report-only' && <p class="bk-desc">{t('briefNothingThen')}</p>}
      <Designations designations={card.designations} />
      {card.before.length > 0 && <Statements statements={card.before} name={card.name} />}
      <Disputes disputes={card.disputes} />
      {since !== 'never' && <SinceArticle card={card} startsOpen={since === 'open'} />}
    </div>
  );
}
