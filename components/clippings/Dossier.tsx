import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { dossierYears, mentionedWith } from '../../lib/clip/dossier.ts';
import { toFragment } from '../../lib/clip/library-address.ts';
import { noFilter } from '../../lib/clip/library-view.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import type { Card } from '../../lib/pack/card.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { kindOf } from '../../lib/pack/schema.ts';
import { existence } from '../card/card-dates.ts';
import { Prose } from '../card/Prose.tsx';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { typeNames } from '../shared/kinds.ts';
import { countOf, useWords } from '../shared/words.ts';
import { DossierEntry } from './DossierEntry.tsx';

interface Props {
  /** `pack/entity`. */
  entity: string;
  /** What the packs know of it; undefined until read, null where none does (any more). */
  card: Card | null | undefined;
  /** The reader's clippings that name it. */
  clippings: readonly Clipping[];
  /** Export and the like. */
  actions?: ComponentChildren;
}

/** Everything on one entity: the pack's background and one's own clippings on one line of years, and who is named beside it. */
export function Dossier({ entity, card, clippings, actions }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const [newestFirst, setNewestFirst] = useState(false);
  const years = useMemo(() => dossierYears(card?.before ?? [], clippings), [card, clippings]);
  const others = useMemo(() => mentionedWith(clippings, entity), [clippings, entity]);
  const saved = clippings.flatMap((clipping) => clipping.entities).find((one) => entityKey(one) === entity);
  const type = card?.type ?? saved?.type ?? 'concept';
  const name = card?.name ?? saved?.name ?? entity;
  const about = card?.summary?.text ?? saved?.summary ?? null;
  const span = card && existence(card, words);
  const shown = newestFirst ? years.map(({ year, entries }) => ({ year, entries: entries.toReversed() })).toReversed() : years;
  return (
    <aside class="dos" data-type={kindOf[type]} aria-label={t('dossierOf', name)}>
      <header class="bk-head">
        <p class="bk-kicker">
          <Icon name={kindOf[type]} />
          <span>{t(typeNames[type])}</span>
          {span && <span class="yr">{span}</span>}
        </p>
        <a class="btn is-icon" href="#" aria-label={t('dossierClose')} title={t('dossierClose')}>
          <Icon name="close" />
        </a>
        <h2 class="bk-name">
          <bdi>
            <Prose text={name} />
          </bdi>
        </h2>
        {card && card.otherNames.length > 0 && (
          <p class="bk-aka">
            {card.otherNames.map((other, at) => (
              <span key={other.text}>
                {at > 0 && '; '}
                <bdi lang={other.lang}>{other.text}</bdi>
              </span>
            ))}
          </p>
        )}
      </header>
      {about && (
        <p class="bk-desc" dir="auto">
          <Prose text={about} />
        </p>
      )}
      <p class="src">{card ? t('dossierChecked', countOf(words, 'cardSources', card.sourceCount), dateText(card.packAsOf, lang)) : card === null && t('dossierNoPack')}</p>
      {actions && <div class="dos-acts">{actions}</div>}
      {others.length > 0 && (
        <section class="with">
          <h3 class="lab">{t('dossierWith')}</h3>
          <ul class="chips">
            {others.slice(0, 8).map((other) => (
              <li key={other.key}>
                <a class="chip" data-type={other.kind} href={toFragment({ ...noFilter, entity: other.key })}>
                  <Icon name={other.kind} />
                  <bdi>{other.name}</bdi> {new Intl.NumberFormat(lang).format(other.count)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {years.length > 0 && (
        <section class="dl">
          <h3>
            {t('dossierLine')}
            <button type="button" class="btn" aria-pressed={newestFirst} onClick={() => setNewestFirst(!newestFirst)}>
              {t('dossierNewest')}
            </button>
          </h3>
          {shown.map(({ year, entries }) => (
            <section key={year}>
              <h4 class="yy">{year}</h4>
              {entries.map((entry) => (
                <DossierEntry key={entry.is === 'fact' ? entry.statement.id : entry.clipping.id} entry={entry} />
              ))}
            </section>
          ))}
        </section>
      )}
    </aside>
  );
}
