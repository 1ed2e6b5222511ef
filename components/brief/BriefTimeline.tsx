import { useMemo, useState } from 'preact/hooks';
import type { AsOf, Card } from '../../lib/pack/card.ts';
import { statementDate } from '../card/card-dates.ts';
import { Contested } from '../card/Contested.tsx';
import { Prose } from '../card/Prose.tsx';
import { Sources } from '../card/Sources.tsx';
import { dateText } from '../shared/dates.ts';
import { countOf, useWords } from '../shared/words.ts';
import { mergedTimeline, nearestEntries, type TimelineEntry } from './brief-timeline.ts';

const shownAtFirst = 12;

interface Props {
  cards: readonly Card[];
  asOf: Pick<AsOf, 'day' | 'basis'>;
  /** `never`: the reader wants nothing later than the article. */
  since: 'closed' | 'open' | 'never';
}

/** What the page's entities did and met, in one line cut by the article's own day. */
export function BriefTimeline({ cards, asOf, since }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const [all, setAll] = useState(false);
  const entries = useMemo(() => mergedTimeline(cards).filter((entry) => since !== 'never' || !entry.later), [cards, since]);
  if (entries.length === 0) return null;
  const shown = all ? entries : nearestEntries(entries, shownAtFirst);
  const [earlier, later] = [shown.filter((entry) => !entry.later), shown.filter((entry) => entry.later)];
  const years = [entries[0], entries.at(-1)].map((entry) => entry?.statement.date.slice(0, 4) ?? '');
  return (
    <section class="sect" id="time" aria-labelledby="time-title">
      <h2 id="time-title">
        {t('briefTimeline')} <span>{t('briefYears', years[0] ?? '', years[1] ?? '')}</span>
      </h2>
      <ol class="tline">
        {earlier.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} />
        ))}
        {asOf.day !== null && (
          <li class="nowline">
            {t(asOf.basis === 'reader' ? 'briefYourDate' : 'briefThisArticle', dateText(asOf.day, lang))}
          </li>
        )}
        {later.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {countOf(words, 'briefAllEvents', entries.length)}
        </button>
      )}
    </section>
  );
}

function Entry({ entry: { card, statement, later } }: { entry: TimelineEntry }) {
  const { lang } = useWords();
  return (
    <li data-type={card.kind} class={later ? 'aft' : ''}>
      <time class="when">{statementDate(statement, lang)}</time>
      <span class="k" />
      <div>
        <p dir="auto">
          <bdi class="who">{card.name}</bdi> <Prose text={statement.text} />
        </p>
        <Sources sources={statement.sources} />
        <Contested contested={statement.contested} />
      </div>
    </li>
  );
}

function keyOf({ card, statement }: TimelineEntry): string {
  return `${card.pack}/${statement.id}`;
}
