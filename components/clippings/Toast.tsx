import type { MessageName } from '../../lib/i18n.ts';
import type { ToastView } from '../../lib/page/clipping-view.ts';
import { Icon, type IconName } from '../shared/Icon.tsx';
import { countOf, isolated, useWords, type Words } from '../shared/words.ts';

const icons: Record<ToastView['subject']['is'], IconName> = { saved: 'save', already: 'save', removed: 'undo', failed: 'alert', 'not-removed': 'alert' };

/** What became of an excerpt, and what can be done about it. */
export function Toast({ view }: { view: ToastView }) {
  const words = useWords();
  const { t } = words;
  const { subject } = view;
  return (
    <div
      class="bk-toast"
      role={isFailure(subject) ? 'alert' : 'status'}
      data-subject={isFailure(subject) ? 'failed' : subject.is}
      onMouseEnter={() => view.onHold(true)}
      onMouseLeave={() => view.onHold(false)}
      onFocusIn={() => view.onHold(true)}
      onFocusOut={() => view.onHold(false)}
    >
      <div class="top">
        <Icon name={icons[subject.is]} />
        <div>
          <b>{titleOf(subject, words)}</b>
          <Detail subject={subject} />
        </div>
        <button type="button" class="btn is-icon" aria-label={t('clipDismiss')} onClick={view.onDismiss}>
          <Icon name="close" />
        </button>
      </div>
      <Actions view={view} />
    </div>
  );
}

function isFailure({ is }: ToastView['subject']): boolean {
  return is === 'failed' || is === 'not-removed';
}

function titleOf(subject: ToastView['subject'], words: Words): string {
  const { t } = words;
  if (subject.is === 'saved') return t('clipSaved');
  if (subject.is === 'already') return t('clipAlready');
  if (subject.is === 'removed') return t('clipRemoved');
  if (subject.is === 'not-removed') return t('clipNotRemoved');
  if (subject.reason === 'private-window') return t('clipPrivate');
  return countOf(words, 'clipNotSaved', subject.count);
}

function Detail({ subject }: { subject: ToastView['subject'] }) {
  const { t } = useWords();
  if (subject.is === 'saved' && subject.names.length > 0) {
    const [shown, more] = [subject.names.slice(0, 2).map(isolated).join(', '), subject.names.length - 2];
    return <p>{more > 0 ? t('clipLinkedMore', shown, more) : t('clipLinked', shown)}</p>;
  }
  if (subject.is !== 'failed' && subject.is !== 'not-removed') return null;
  const why = whyOf(subject);
  return (
    <>
      <p class="of" dir="auto">
        {subject.text}
      </p>
      {why && <p>{t(why)}</p>}
    </>
  );
}

function whyOf(subject: Extract<ToastView['subject'], { is: 'failed' | 'not-removed' }>): MessageName | null {
  if (subject.is === 'not-removed') return 'clipStillThere';
  if (subject.reason === 'storage-full') return 'clipFull';
  if (subject.reason === 'gone') return 'clipGone';
  return subject.reason === 'private-window' ? null : 'clipFailed';
}

function Actions({ view }: { view: ToastView }) {
  const { t } = useWords();
  const { subject } = view;
  const copy = (
    <button type="button" class="btn" onClick={view.onCopy}>
      <Icon name={view.copied ? 'check' : 'copy'} />
      {t(view.copied ? 'clipCopied' : 'clipCopyText')}
    </button>
  );
  const note = (
    <button type="button" class="btn" onClick={view.onNote}>
      <Icon name="note" />
      {t('clipAddNote')}
    </button>
  );
  if (subject.is === 'already') return <div class="row">{note}</div>;
  if (subject.is === 'saved')
    return (
      <div class="row">
        <button type="button" class="btn" onClick={view.onUndo}>
          <Icon name="undo" flip />
          {t('undo')}
        </button>
        {note}
      </div>
    );
  if (subject.is === 'removed')
    return (
      <div class="row">
        <button type="button" class="btn is-on" onClick={view.onAgain}>
          {t('clipAgain')}
        </button>
      </div>
    );
  const retry = (again: (event: Event) => void) => (
    <button type="button" class="btn is-on" onClick={again}>
      {t('clipRetry')}
    </button>
  );
  // What the orphaned script cannot do any more is not offered.
  if (subject.is === 'not-removed') return <div class="row">{subject.reason !== 'gone' && retry(view.onUndo)}</div>;
  const hopeless = subject.reason === 'gone' || subject.reason === 'private-window';
  return (
    <div class="row">
      {!hopeless && retry(view.onRetry)}
      {copy}
    </div>
  );
}
