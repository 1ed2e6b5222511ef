import type { CardView } from '../../lib/page/card-view.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';
import { headingId } from './CardHead.tsx';
import { ChooseCard } from './ChooseCard.tsx';
import { KnownCard } from './KnownCard.tsx';
import { FailedCard, LoadingCard, MutedCard, ReportCard } from './PassingCards.tsx';

/** The card as the page shows it: a dialog that is not modal, named by its entity. */
export function CardSurface({ view }: { view: CardView }) {
  const { subject } = view;
  return (
    <section
      class="bk-card"
      role="dialog"
      aria-labelledby={headingId}
      aria-busy={subject.is === 'loading'}
      data-type={subject.is === 'card' || subject.is === 'report' ? subject.card.kind : subject.is === 'loading' ? subject.mention.kind : 'concept'}
      data-subject={subject.is}
      tabIndex={-1}
    >
      <Crumbs view={view} />
      <SubjectCard view={view} key={subject.is === 'card' ? subject.card.entity + subject.card.asOf.day : subject.is} />
    </section>
  );
}

function SubjectCard({ view }: { view: CardView }) {
  const { subject, actions } = view;
  switch (subject.is) {
    case 'card':
      return <KnownCard view={view} subject={subject} />;
    case 'loading':
      return <LoadingCard subject={subject} actions={actions} />;
    case 'choose':
      return <ChooseCard subject={subject} actions={actions} />;
    case 'muted':
      return <MutedCard subject={subject} view={view} />;
    case 'report':
      return <ReportCard subject={subject} view={view} />;
    case 'failed':
      return <FailedCard subject={subject} actions={actions} />;
  }
}

/** The way back, and forward again, through the names opened inside the card. */
function Crumbs({ view: { subject, back, forward, actions } }: { view: CardView }) {
  const { t } = useWords();
  const before = subject.is === 'report' ? subject.card.name : back;
  if (before === null && forward === null) return null;
  return (
    <nav class="bk-crumb" aria-label={t('cardHistory')}>
      {before !== null && (
        <button type="button" class="btn" aria-label={t('cardBack', isolated(before))} onClick={actions.back}>
          <Icon name="back" flip />
          <bdi>{before}</bdi>
        </button>
      )}
      {forward !== null && (
        <button type="button" class="btn end" aria-label={t('cardForward', isolated(forward))} onClick={actions.forward}>
          <bdi>{forward}</bdi>
          <Icon name="right" flip />
        </button>
      )}
    </nav>
  );
}
