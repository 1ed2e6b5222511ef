import type { Card, CardDesignation } from '../../lib/pack/card.ts';
import { dateText } from '../shared/dates.ts';
import { listText } from '../shared/intl.ts';
import { countOf, isolated, useWords, type Words } from '../shared/words.ts';
import { Prose } from './Prose.tsx';
import { Sources } from './Sources.tsx';

/** Who listed it on the day, as what, since when. */
export function Designations({ designations }: { designations: Card['designations'] }) {
  const words = useWords();
  if (designations.length === 0) return null;
  return (
    <section class="bk-sec">
      <h4 class="lab">{words.t('cardListed')}</h4>
      <dl class="bk-rows">
        {designations.map((designation) => (
          <div key={designation.by + designation.as}>
            <dt>
              <bdi>{designation.by}</bdi>
            </dt>
            <dd>
              {designationText(designation, words)}
              {designation.note && (
                <span class="bk-note">
                  <Prose text={designation.note} />
                </span>
              )}
              <Sources sources={designation.sources} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function designationText({ as: kind, from, endAnnounced }: CardDesignation, { t, lang }: Words): string {
  const as = isolated(kind);
  const since = from && dateText(from, lang);
  const end = endAnnounced && dateText(endAnnounced, lang);
  if (since && end) return t('cardListedSinceEnding', as, since, end);
  if (since) return t('cardListedSince', as, since);
  return end ? t('cardListedEnding', as, end) : as;
}

/**
 * One line for the first glance, at most `maxUtf16` long: "Listed by A, B and 2 others."; null where nobody listed it.
 * A lister counts once, whatever its lists: which one is told in brackets, and by the rows.
 */
export function listedLine(designations: readonly CardDesignation[], maxUtf16: number, words: Words): string | null {
  const listers = [...new Set(designations.map(({ by }) => isolated(by.replace(/ \([^()]*\)$/, ''))))];
  for (let shown = listers.length; shown > 0; shown -= 1) {
    const rest = listers.length - shown;
    const line = words.t('cardListedBy', listText([...listers.slice(0, shown), ...(rest > 0 ? [countOf(words, 'cardListedMore', rest)] : [])], words.lang));
    if (line.length <= maxUtf16) return line;
  }
  return null;
}
