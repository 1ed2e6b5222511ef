import { useState } from 'preact/hooks';
import type { Card } from '../../lib/pack/card.ts';
import { AsOfLine } from '../card/AsOfLine.tsx';
import { existence } from '../card/card-dates.ts';
import { Prose } from '../card/Prose.tsx';
import { Seam } from '../card/Seam.tsx';
import { SinceArticle } from '../card/SinceArticle.tsx';
import { Sources } from '../card/Sources.tsx';
import { Icon } from '../shared/Icon.tsx';
import { typeNames } from '../shared/kinds.ts';
import { markedText } from '../shared/marked-text.ts';
import { useWords } from '../shared/words.ts';

/** A sentence to try: its names are underlined, a press or a rest of the pointer shows their cards, from the bundled background itself. */
export function WelcomeSample({ cards }: { cards: readonly Card[] }) {
  const { t } = useWords();
  const pieces = markedText(t('welcomeSample'));
  const first = pieces.find((piece) => piece.mark !== null)?.mark ?? null;
  const [shown, setShown] = useState(first);
  const cardOf = (mark: string | null) => cards.find((card) => card.entity === mark?.split('.')[1]);
  const card = cardOf(shown);
  return (
    <section class="try" aria-label={t('welcomeTry')}>
      <p class="lab" aria-hidden="true">
        {t('welcomeTry')}
      </p>
      <p class="s">
        {pieces.map(({ text, mark }) =>
          mark === null || !cardOf(mark) ? (
            text
          ) : (
            <button type="button" class="w" data-type={mark.split('.')[0]} aria-expanded={mark === shown} onClick={() => setShown(mark)} onMouseEnter={() => setShown(mark)}>
              {text}
            </button>
          ),
        )}
      </p>
      {card && <SampleCard key={card.entity} card={card} />}
    </section>
  );
}

function SampleCard({ card }: { card: Card }) {
  const words = useWords();
  const years = existence(card, words);
  return (
    <section class="bk-card" data-type={card.kind} aria-label={card.name}>
      <header class="bk-head bk-pad">
        <p class="bk-kicker">
          <Icon name={card.kind} />
          <span>{words.t(typeNames[card.type])}</span>
          {years && <span class="yr">{years}</span>}
        </p>
        <h2 class="bk-name">
          <bdi>
            <Prose text={card.name} />
          </bdi>
        </h2>
      </header>
      <div class="bk-pad">
        <AsOfLine card={card} changeable={false} onDay={() => undefined} />
        {card.summary && (
          <>
            <p class="bk-desc" dir="auto">
              <Prose text={card.summary.text} />
            </p>
            <Sources sources={card.summary.sources} most={2} />
          </>
        )}
      </div>
      <Seam card={card} withLater />
      <SinceArticle card={card} startsOpen={false} />
    </section>
  );
}
