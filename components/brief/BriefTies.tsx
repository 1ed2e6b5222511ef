import { useMemo } from 'preact/hooks';
import type { Card } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { relationName } from '../shared/relation-names.ts';
import { isolated, useWords } from '../shared/words.ts';
import { tiesBetween, type Ties } from './brief-relations.ts';

/** How the page's entities are tied to one another, under the one each tie was declared of. */
export function BriefTies({ cards }: { cards: readonly Card[] }) {
  const { t } = useWords();
  const all = useMemo(() => tiesBetween(cards), [cards]);
  if (all.length === 0) return null;
  return (
    <section class="sect" id="ties" aria-labelledby="ties-title">
      <h2 id="ties-title">{t('briefTies')}</h2>
      <dl class="ties">
        {all.map((own) => (
          <OwnTies key={own.from.entity} {...own} />
        ))}
      </dl>
    </section>
  );
}

function OwnTies({ from, ties }: Ties) {
  const { t } = useWords();
  return (
    <div>
      <dt data-type={from.kind}>
        <Icon name={from.kind} />
        <bdi>{from.name}</bdi>
      </dt>
      {ties.map(({ relation, to }) => {
        const words = relationName(relation);
        return (
          words && (
            <dd key={`${relation} ${to.entity}`}>
              {t('briefTie', t(words), isolated(to.name))}
            </dd>
          )
        );
      })}
    </div>
  );
}
