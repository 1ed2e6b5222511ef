import { useState } from 'preact/hooks';
import { isCommonGround } from '../../lib/match/common-ground.ts';
import type { Mention } from '../../lib/match/types.ts';
import type { Card } from '../../lib/pack/card.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { kinds } from '../../lib/pack/schema.ts';
import { Icon } from '../shared/Icon.tsx';
import { kindNames } from '../shared/kinds.ts';
import { countOf, isolated, useWords } from '../shared/words.ts';
import { BriefEntity } from './BriefEntity.tsx';

interface Props {
  cards: readonly Card[];
  mentions: readonly Mention[];
  since: 'closed' | 'open' | 'never';
  /** Scrolls the page to the n-th mention, from 0. */
  onJump: (card: Card, index: number) => void;
}

/** Every entity on the page by kind, common knowledge on request; a name leads to its mentions one after another, and opens to its background. */
export function BriefNames({ cards, mentions, since, onJump }: Props) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  const telling = new Set(mentions.filter((mention) => !isCommonGround(mention)).map(entityKey));
  const shown = all || telling.size === 0 ? cards : cards.filter((card) => telling.has(entityKey(card)));
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(entityKey(mention), (counts.get(entityKey(mention)) ?? 0) + 1);
  return (
    <section class="sect" id="names" aria-labelledby="names-title">
      <h2 id="names-title">
        {t('briefNames')} <span>{t('briefNamesIn', countOf(words, 'briefNameCount', cards.length), countOf(words, 'briefMentionCount', mentions.length))}</span>
      </h2>
      {kinds.map((kind) => {
        const own = shown.filter((card) => card.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} class="grp" data-type={kind}>
            <h3>
              <Icon name={kind} />
              {t(kindNames[kind])}
            </h3>
            <ul>
              {own.map((card) => (
                <Name key={entityKey(card)} card={card} since={since} count={counts.get(entityKey(card)) ?? 0} onJump={onJump} />
              ))}
            </ul>
          </div>
        );
      })}
      {shown.length < cards.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {countOf(words, 'briefCommon', cards.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Name({ card, count, since, onJump }: Pick<Props, 'since' | 'onJump'> & { card: Card; count: number }) {
  const words = useWords();
  const { t, lang } = words;
  const [open, setOpen] = useState(false);
  const [next, setNext] = useState(0);
  const about = card.state === 'report-only' ? t('cardReportOnly') : (card.summary?.text ?? t('briefNothingThen'));
  return (
    <li class={open ? 'name open' : 'name'}>
      <button
        type="button"
        class="ent"
        title={t('briefJump')}
        onClick={() => {
          onJump(card, next);
          setNext((next + 1) % Math.max(1, count));
        }}
      >
        <b>
          <bdi>{card.name}</bdi>
        </b>
        <span class="n">
          <span aria-hidden="true">{new Intl.NumberFormat(lang).format(count)}</span>
          <span class="vh">{countOf(words, 'briefMentionCount', count)}</span>
        </span>
        {!open && <small dir="auto">{about}</small>}
      </button>
      <button type="button" class="btn is-icon" aria-expanded={open} aria-label={t('briefAbout', isolated(card.name))} onClick={() => setOpen(!open)}>
        <Icon name="down" class="turn" />
      </button>
      {open && <BriefEntity card={card} since={since} />}
    </li>
  );
}
