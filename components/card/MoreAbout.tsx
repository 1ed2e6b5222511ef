import type { EntityRef, Why } from '../../lib/match/types.ts';
import type { MessageName } from '../../lib/i18n.ts';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { countOf, isolated, useWords, type Words } from '../shared/words.ts';
import type { CardSubject } from './card-subject.ts';
import { Prose } from './Prose.tsx';

interface Props {
  subject: CardSubject;
  onOpen(entity: EntityRef): void;
}

/** Below the facts: whom it is tied to, what it is taken for, why this match, what the entry rests on. */
export function MoreAbout({ subject: { card, why, clipped }, onOpen }: Props) {
  const words = useWords();
  const { t, lang } = words;
  return (
    <>
      {card.related.length > 0 && (
        <section class="bk-rel">
          <h4 class="lab">{t('cardRelated')}</h4>
          <ul class="chips">
            {card.related.map(({ entity, kind, name }) => (
              <li key={entity}>
                <button type="button" class="chip" data-type={kind} onClick={() => onOpen({ pack: card.pack, entity })}>
                  <Icon name={kind} />
                  <bdi>
                    <Prose text={name} />
                  </bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.distinguish.length > 0 && (
        <section class="bk-rel">
          <h4 class="lab">{t('cardConfused')}</h4>
          <ul class="bk-not">
            {card.distinguish.map((text) => (
              <li key={text}>
                <bdi>
                  <Prose text={text} />
                </bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="bk-foot src">
        {why && (
          <span>
            {t('cardWhy')}: {whyText(why, words)}
          </span>
        )}
        {clipped > 0 && <span>{countOf(words, 'cardClipped', clipped)}</span>}
        <span>{countOf(words, 'cardSources', card.sourceCount)}</span>
        <span>{card.packOrigin === 'own' ? t('cardOwn') : t('cardPackChecked', isolated(card.packTitle), dateText(card.packAsOf, lang))}</span>
      </p>
    </>
  );
}

/** The matcher's reason in words. */
export function whyText({ code, detail }: Why, { t }: Words): string {
  return t(whyNames[code], isolated(detail ?? ''));
}

const whyNames: Readonly<Record<Why['code'], MessageName>> = {
  name: 'cardWhyName',
  near: 'cardWhyNear',
  introduced: 'cardWhyIntroduced',
  'short-form': 'cardWhyShortForm',
  related: 'cardWhyRelated',
  date: 'cardWhyDate',
  undecided: 'cardWhyUndecided',
};
