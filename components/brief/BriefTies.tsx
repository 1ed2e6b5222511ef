import { useMemo } from 'preact/hooks';
import type { Card } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { relationName } from '../shared/relation-names.ts';
import { useWords } from '../shared/words.ts';
import { tiesBetween } from './brief-relations.ts';

/** How the page's entities are tied to one another. */
export function BriefTies({ cards }: { cards: readonly Card[] }) {
  const { t } = useWords();
  const ties = useMemo(() => tiesBetween(cards), [cards]);
  const named = ties.flatMap((tie) => {
    const words = relationName(tie.relation);
    return words ? [{ ...tie, words }] : [];
  });
  if (named.length === 0) return null;
  return (
    <section class="sect" id="ties" aria-labelledby="ties-title">
      <h2 id="ties-title">{t('briefTies')}</h2>
      <ul class="ties">
        {named.map(({ from, to, words, relation }) => (
          <li key={`${from.entity} ${relation} ${to.entity}`}>
            <End card={from} /> <span class="rel">{t(words)}</span> <End card={to} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function End({ card }: { card: Card }) {
  return (
    <span data-type={card.kind} class="end">
      <Icon name={card.kind} />
      <bdi>{card.name}</bdi>
    </span>
  );
}
