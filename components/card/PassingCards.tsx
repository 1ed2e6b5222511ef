import { entityKey } from '../../lib/pack/entity-key.ts';
import type { CardActions, CardView, ReportedStatement, Subject } from '../../lib/page/card-view.ts';
import type { MessageName } from '../../lib/i18n.ts';
import type { Kind } from '../../lib/pack/schema.ts';
import { dateText } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';
import { statementDate } from './card-dates.ts';
import { CardHead, headingId } from './CardHead.tsx';
import { whyText } from './MoreAbout.tsx';
import { Notice, noticeNames } from './Notice.tsx';
import { Prose } from './Prose.tsx';

type Of<Is extends Subject['is']> = Extract<Subject, { is: Is }>;

/** One of a kind, in a word. */
const kindWords: Readonly<Record<Kind, MessageName>> = {
  person: 'typePerson',
  group: 'cardKindGroup',
  place: 'typePlace',
  operation: 'cardKindOperation',
  agreement: 'typeAgreement',
  state: 'typeState',
  concept: 'typeConcept',
};

/** Name and kind are known at once; grey lines stand for the rest where it takes long enough to be seen. */
export function LoadingCard({ subject: { name, mention, slow }, actions }: { subject: Of<'loading'>; actions: CardActions }) {
  const { t } = useWords();
  return (
    <>
      <CardHead icon={mention.kind} kicker={t(kindWords[mention.kind])} name={<Prose text={name} />} onClose={actions.close} />
      <div class="bk-lines-to-come" role="status" aria-label={slow ? t('cardLoading') : undefined}>
        {slow && [34, 100, 92, 58].map((percent) => <span key={percent} class="sk" style={{ inlineSize: `${percent}%` }} />)}
      </div>
    </>
  );
}

/** What is affected, what is not, one way out. */
export function FailedCard({ subject: { name }, actions }: { subject: Of<'failed'>; actions: CardActions }) {
  const { t } = useWords();
  return (
    <>
      <CardHead icon="alert" kicker={name} name={t('cardFailed')} onClose={actions.close} />
      <div class="bk-pad bk-plain" role="alert">
        <p class="bk-p">{t('cardFailedWhy')}</p>
        <button type="button" class="btn is-line" onClick={actions.retry}>
          {t('cardRetry')}
        </button>
      </div>
    </>
  );
}

/** The name's line is gone; for a while the reader can have it back. */
export function MutedCard({ subject: { name }, view: { actions, notice } }: { subject: Of<'muted'>; view: CardView }) {
  const { t } = useWords();
  return (
    <div class="bk-strip" role="status">
      <Icon name="mute" />
      <p id={headingId} dir="auto">
        {notice ? t(noticeNames[notice]) : t('cardMuted', isolated(name))}
      </p>
      <button type="button" class="btn is-line" onClick={() => actions.mute(false)}>
        {t('cardUndo')}
      </button>
      <button type="button" class="btn is-icon" title={t('cardClose')} aria-label={t('cardClose')} onClick={actions.close}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** A statement with its date and its place in the entry. */
function statementText({ id, text, date, to = null }: ReportedStatement, lang: string): string {
  if (date === undefined) return text;
  return `${statementDate({ date, to }, lang)}: ${text} (${id})`;
}

/** All an editor needs to find the mistake, to be copied; nothing is sent and nothing typed here. */
export function ReportCard({ subject: { card, statement, url, why }, view }: { subject: Of<'report'>; view: CardView }) {
  const words = useWords();
  const { t, lang } = words;
  const { actions, notice } = view;
  const text = [
    t('cardReportEntity', card.name, entityKey(card)),
    t('cardReportPack', card.packTitle, card.packVersion),
    t('cardReportDay', card.asOf.day ?? dateText(card.packAsOf, lang)),
    t('cardReportPage', url),
    ...(statement ? [t('cardReportStatement', statementText(statement, lang)), t('cardReportSources', statement.sources.map((source) => source.url).join(' '))] : []),
    ...(why ? [t('cardReportMatch', whyText(why, words))] : []),
    '',
    t('cardReportWrong'),
  ].join('\n');
  return (
    <>
      <CardHead icon="flag" kicker={t('cardReportTitle')} name={<Prose text={card.name} />} onClose={actions.close} />
      <div class="bk-pad bk-plain">
        <p class="bk-p">{t('cardReportWhy')}</p>
        <pre class="bk-copyable" tabIndex={0} dir="auto">
          {text}
        </pre>
        <button type="button" class="btn is-main" onClick={() => actions.copy(text)}>
          <Icon name="copy" />
          {t('cardCopyReport')}
        </button>
        <Notice notice={notice} />
      </div>
    </>
  );
}
