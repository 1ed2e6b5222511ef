import type { Card } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';
import { Prose } from './Prose.tsx';
import { Sources } from './Sources.tsx';

/** Where accounts differ: each position at the same size with its holder and source, no verdict. */
export function Disputes({ disputes }: { disputes: Card['disputes'] }) {
  const { t } = useWords();
  return disputes.map(({ question, positions }) => (
    <section class="bk-disp" key={question}>
      <h4 class="lab">
        <Icon name="differ" />
        <span>{t('cardDiffer', isolated(question))}</span>
      </h4>
      <div class="bk-two">
        {positions.map(({ holder, text, sources }) => (
          <div key={holder}>
            <b>
              <bdi>
                <Prose text={holder} />
              </bdi>
            </b>
            <p class="say" dir="auto">
              <Prose text={text} />
            </p>
            <Sources sources={sources} />
          </div>
        ))}
      </div>
    </section>
  ));
}
