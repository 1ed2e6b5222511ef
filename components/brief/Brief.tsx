import type { ClippingChange } from '../../lib/clip/clipping-change.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import type { PageState } from '../../lib/extension/page-state.ts';
import type { Unread } from '../../lib/extension/stored-clippings.ts';
import type { PageModel } from '../../lib/messages/to-page.ts';
import type { Card } from '../../lib/pack/card.ts';
import type { SaveOutcome } from '../clippings/ClippingEditor.tsx';
import { Icon } from '../shared/Icon.tsx';
import { Mark } from '../shared/Mark.tsx';
import { useWords } from '../shared/words.ts';
import { BriefClippings } from './BriefClippings.tsx';
import { BriefDate } from './BriefDate.tsx';
import { BriefMap } from './BriefMap.tsx';
import { BriefNames } from './BriefNames.tsx';
import { BriefTies } from './BriefTies.tsx';
import { BriefTimeline } from './BriefTimeline.tsx';

export interface BriefActions {
  jump: (card: Card, index: number) => void;
  jumpToClipping: (id: string) => void;
  setDay: (day: string | null) => void;
  edit: (id: string, change: ClippingChange) => Promise<SaveOutcome>;
  copy: () => void;
  library: () => void;
  options: () => void;
  /** Underline the page whatever was judged. */
  annotate: () => void;
}

interface Props {
  /** Null: not read yet. */
  state: PageState | null;
  title: string;
  /** Or why they could not be read. */
  clippings: readonly Clipping[] | Unread;
  /** Tags of the whole library, for completion. */
  knownTags?: readonly string[];
  /** What became of copying. */
  copied: 'yes' | 'failed' | null;
  /** Whether what came after the article is shown. */
  since: 'closed' | 'open' | 'never';
  actions: BriefActions;
}

/** The brief beside a page: its names, their time line, places and ties, and the reader's clippings of it. */
export function Brief({ state, title, clippings, knownTags = [], copied, since, actions }: Props) {
  const { t } = useWords();
  const model = state?.is === 'on' ? state.model : null;
  return (
    <div class="panel">
      <header class="ph">
        <div class="r">
          <Mark />
          <h1>{t('briefTitle')}</h1>
          {model && (
            <button type="button" class="btn is-icon" aria-label={t('briefCopy')} title={t('briefCopy')} onClick={actions.copy}>
              <Icon name={copied === 'yes' ? 'check' : 'copy'} />
            </button>
          )}
          <button type="button" class="btn is-icon" aria-label={t('popupLibrary')} title={t('popupLibrary')} onClick={actions.library}>
            <Icon name="library" />
          </button>
          <button type="button" class="btn is-icon" aria-label={t('popupSettings')} title={t('popupSettings')} onClick={actions.options}>
            <Icon name="gear" />
          </button>
        </div>
        <p class="vh" role="status">
          {copied && t(copied === 'yes' ? 'briefCopied' : 'briefNotCopied')}
        </p>
        {model && (
          <>
            <p class="headline" dir="auto">
              {model.article.title || title}
            </p>
            <BriefDate key={model.asOf.day} asOf={model.asOf} onSet={actions.setDay} />
            <Tabs model={model} />
          </>
        )}
      </header>
      <main>
        {model ? <Sections model={model} clippings={clippings} knownTags={knownTags} since={since} actions={actions} /> : <Without state={state} actions={actions} />}
      </main>
    </div>
  );
}

function Tabs({ model }: { model: PageModel }) {
  const { t } = useWords();
  const hasPlaces = model.cards.some((card) => card.place && card.kind === 'place');
  return (
    <nav class="tabs" aria-label={t('briefSections')}>
      <a href="#names">{t('briefNames')}</a>
      <a href="#time">{t('briefTimeline')}</a>
      {hasPlaces && <a href="#map">{t('briefMap')}</a>}
      <a href="#clips">{t('briefClippings')}</a>
    </nav>
  );
}

function Sections({ model, clippings, knownTags, since, actions }: Required<Pick<Props, 'clippings' | 'knownTags' | 'since' | 'actions'>> & { model: PageModel }) {
  const { t } = useWords();
  return (
    <>
      {model.cards.length === 0 ? (
        <p class="sect" id="names">
          {t('popupNoNames')}
        </p>
      ) : (
        <BriefNames cards={model.cards} mentions={model.mentions} since={since} onJump={actions.jump} />
      )}
      <BriefTimeline cards={model.cards} asOf={model.asOf} since={since} />
      <BriefMap cards={model.cards} />
      <BriefTies cards={model.cards} />
      <BriefClippings clippings={clippings} knownTags={knownTags} onEdit={actions.edit} onShow={actions.jumpToClipping} />
    </>
  );
}

const withoutNames = {
  unreadable: ['popupUnreadable', 'popupUnreadableWhy'],
  closed: ['popupClosed', 'briefClosedWhy'],
  reading: ['popupReading', 'popupReadingWhy'],
  quiet: ['popupQuiet', 'popupQuietWhy'],
  off: ['briefOff', 'briefOffWhy'],
} as const;

/** What is said where the page has no brief. */
function Without({ state, actions }: { state: PageState | null; actions: BriefActions }) {
  const { t } = useWords();
  if (state === null || state.is === 'on') return null;
  const [headline, why] = withoutNames[state.is];
  return (
    <section class="sect without">
      <h2>{t(headline)}</h2>
      <p>{t(why)}</p>
      {state.is === 'quiet' && (
        <button type="button" class="btn is-main" onClick={actions.annotate}>
          {t('popupAnyway')}
        </button>
      )}
    </section>
  );
}
