import type { CardActions, CardView } from '../../lib/page/card-view.ts';
import type { Card } from '../../lib/pack/card.ts';
import { limits } from '../../lib/limits.ts';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { typeNames } from '../shared/kinds.ts';
import { countOf, isolated, useWords } from '../shared/words.ts';
import { AsOfLine } from './AsOfLine.tsx';
import { existence, quotableSummary } from './card-dates.ts';
import { CardActionsBar } from './CardActionsBar.tsx';
import { CardHead } from './CardHead.tsx';
import type { CardSubject } from './card-subject.ts';
import { Designations, listedLine } from './Designations.tsx';
import { Disputes } from './Disputes.tsx';
import { firstSentences } from './first-glance.ts';
import { LocatorMap } from './LocatorMap.tsx';
import { MoreAbout } from './MoreAbout.tsx';
import { Prose } from './Prose.tsx';
import { Seam } from './Seam.tsx';
import { SinceArticle } from './SinceArticle.tsx';
import { Sources } from './Sources.tsx';
import { Statements } from './Statements.tsx';

interface Props {
  view: CardView;
  subject: CardSubject;
}

/** What held on the day stands above the seam; what followed stands below it, on a second ground. The two are never mixed. */
export function KnownCard({ view, subject }: Props) {
  const words = useWords();
  const { actions, expanded, since } = view;
  const { card } = subject;
  const withLater = since !== 'never';
  return (
    <>
      <CardHead icon={card.kind} kicker={words.t(typeNames[card.type])} years={existence(card, words)} name={<Prose text={card.name} />} onClose={actions.close}>
        <OtherNames names={card.otherNames} />
        <PackLine card={card} />
      </CardHead>
      {card.map && expanded && <LocatorMap {...card.map} approx={card.place?.approx ?? false} />}
      <div class="bk-pad">
        <AsOfLine card={card} changeable={expanded} onDay={actions.setDay} />
        <Summary card={card} expanded={expanded} onCopy={actions.copy} />
        {expanded && <Background card={card} actions={actions} onReport={reportOf(view, card)} />}
      </div>
      {card.state !== 'report-only' && <Seam card={card} withLater={withLater} />}
      {card.asOf.stale && <p class="bk-stale src">{words.t('cardStale', dateText(card.packAsOf, words.lang))}</p>}
      {withLater && <SinceArticle card={card} startsOpen={since === 'open'} onCopy={expanded ? actions.copy : undefined} onReport={expanded ? reportOf(view, card) : undefined} />}
      {expanded && <MoreAbout subject={subject} onOpen={actions.open} />}
      <CardActionsBar view={view} subject={subject} />
    </>
  );
}

function OtherNames({ names }: { names: Card['otherNames'] }) {
  const { lang: own } = useWords();
  if (names.length === 0) return null;
  const isOwn = ({ lang }: { lang: string }) => Number(own.split('-')[0] === lang);
  return (
    <p class="bk-aka">
      {names.toSorted((a, b) => isOwn(b) - isOwn(a)).map(({ text, lang }, index) => (
        <>
          {index > 0 && '; '}
          <bdi lang={lang}>{text}</bdi>
        </>
      ))}
    </p>
  );
}

/** What the reader wrote is for the reader to correct. */
function reportOf({ actions }: CardView, { packOrigin }: Card): CardActions['report'] | undefined {
  return packOrigin === 'own' ? undefined : actions.report;
}

/** Who speaks, where it is not the pack that came with the extension. */
function PackLine({ card: { packOrigin, packTitle } }: { card: Card }) {
  const { t } = useWords();
  if (packOrigin === 'bundled') return null;
  return <p class="bk-whose src">{packOrigin === 'own' ? t('cardOwn') : t('cardFromFile', isolated(packTitle))}</p>;
}

function Summary({ card, expanded, onCopy }: { card: Card; expanded: boolean; onCopy: CardActions['copy'] }) {
  const words = useWords();
  const { t, lang } = words;
  const { summary } = card;
  const listed = expanded ? null : listedLine(card.designations, glance.listedUtf16, words);
  const used = glance.fixedUtf16 + card.name.length + card.otherNames.map(({ text }) => text.length + 2).reduce((a, b) => a + b, 0) + (listed?.length ?? 0);
  const room = Math.max(glance.leastUtf16, limits.cardGlanceUtf16 - used);
  return (
    <>
      {card.state === 'report-only' && <p class="bk-desc">{t('cardReportOnly')}</p>}
      {summary ? (
        <p class={card.state === 'report-only' ? 'bk-p' : 'bk-desc'} dir="auto">
          <Prose text={expanded ? summary.text : firstSentences(summary.text, room, lang)} />
        </p>
      ) : (
        <NothingBefore card={card} />
      )}
      {listed && (
        <p class="bk-p">
          <Prose text={listed} />
        </p>
      )}
      {summary && (
        <p class="bk-by">
          <Sources sources={inTime(summary.sources, card.asOf.day)} most={expanded ? Infinity : 1} />
          {expanded && (
            <button type="button" class="btn is-icon" title={t('cardCopy')} aria-label={t('cardCopy')} onClick={() => onCopy(quotableSummary(card, words) ?? '')}>
              <Icon name="copy" />
            </button>
          )}
        </p>
      )}
    </>
  );
}

function NothingBefore({ card }: { card: Card }) {
  const words = useWords();
  const { day } = card.asOf;
  if (day === null || card.before.length > 0) return null;
  return (
    <p class="bk-p">
      {words.t('cardNothingBefore', dateText(day, words.lang))}
      {card.since.length > 0 && ` ${countOf(words, 'cardLaterThere', card.since.length)}`}
    </p>
  );
}

function Background({ card, actions, onReport }: { card: Card; actions: CardActions; onReport: CardActions['report'] | undefined }) {
  const { t } = useWords();
  return (
    <>
      <Designations designations={card.designations} />
      {card.before.length > 0 && (
        <section class="bk-sec">
          <h4 class="lab">{t(card.asOf.day === null ? 'cardKnown' : 'cardBefore')}</h4>
          <Statements statements={card.before} name={card.name} onCopy={actions.copy} onReport={onReport} />
        </section>
      )}
      <Disputes disputes={card.disputes} />
    </>
  );
}

/** Sources of the article's own time first: they are what a reader of that day could have read. */
function inTime<T extends { date: string | null }>(sources: T[], day: string | null): T[] {
  if (day === null) return sources;
  return sources.toSorted((a, b) => Number((a.date ?? '9') > day) - Number((b.date ?? '9') > day));
}

/** How the first glance shares out its `limits.cardGlanceUtf16`: kicker, dates, one source, seam and buttons take about `fixed`. */
const glance = { fixedUtf16: 235, listedUtf16: 110, leastUtf16: 90 };
