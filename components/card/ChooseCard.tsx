import type { CardActions, Subject } from '../../lib/page/card-view.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';
import { CardHead } from './CardHead.tsx';
import { firstSentences } from './first-glance.ts';
import { whyText } from './MoreAbout.tsx';
import { Prose } from './Prose.tsx';

interface Props {
  subject: Extract<Subject, { is: 'choose' }>;
  actions: CardActions;
}

const optionUtf16 = 140;

/** Which bearer of a name is meant: one press shows its card, and the page remembers. */
export function ChooseCard({ subject: { text, options, why }, actions }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const isMixed = options.some(({ pack }) => pack !== options[0]?.pack);
  return (
    <>
      <CardHead icon="differ" kicker={t('cardAmbiguous')} name={t('cardWhich', isolated(text))} onClose={actions.close} />
      <ul class="bk-options">
        {options.map((card, index) => (
          <li key={card.pack + card.entity}>
            <button type="button" class="opt" data-type={card.kind} onClick={() => actions.choose({ pack: card.pack, entity: card.entity })}>
              <Icon name={card.kind} />
              <b>
                <bdi>
                  <Prose text={card.name} />
                </bdi>
              </b>
              <span class="why">
                {isMixed && `${card.packOrigin === 'own' ? t('cardOwn') : isolated(card.packTitle)}. `}
                <bdi>{card.summary && <Prose text={firstSentences(card.summary.text, optionUtf16, lang)} />}</bdi>
              </span>
              {index === 0 && why.code !== 'undecided' && (
                <span class="why">
                  <strong>{t('cardLikely')}:</strong> {whyText(why, words)}
                </span>
              )}
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="opt" onClick={() => actions.choose(null)}>
            <Icon name="mute" />
            <b>{t('cardSomethingElse')}</b>
            <span class="why">{t('cardSomethingElseWhy')}</span>
          </button>
        </li>
      </ul>
    </>
  );
}
