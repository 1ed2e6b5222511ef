import type { NameSearch } from '../../lib/extension/name-search.ts';
import type { NameCounts, PageState } from '../../lib/extension/page-state.ts';
import type { EntityRef } from '../../lib/match/types.ts';
import type { Kind } from '../../lib/pack/schema.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { Icon } from '../shared/Icon.tsx';
import { Mark } from '../shared/Mark.tsx';
import { useWords } from '../shared/words.ts';
import { KindSwitches } from './KindSwitches.tsx';
import { PopupAccess } from './PopupAccess.tsx';
import { PopupSearch } from './PopupSearch.tsx';
import { PopupSummary } from './PopupSummary.tsx';
import { PopupSwitches } from './PopupSwitches.tsx';

export interface PopupActions {
  everywhere: (on: boolean) => void;
  site: (on: boolean) => void;
  page: (on: boolean) => void;
  kind: (kind: Kind, on: boolean) => void;
  grantSite: () => void;
  grantAll: () => void;
  /** Underline this page whatever was judged, from now on. */
  treatAsNews: () => void;
  treatAsOther: () => void;
  /** Back to the judgement. */
  forgetVerdict: () => void;
  /** Underline this page until it is left. */
  onlyNow: () => void;
  brief: () => void;
  library: () => void;
  options: () => void;
  /** What the packs know of it. */
  dossier: (entity: EntityRef) => void;
}

interface Props {
  state: PageState;
  /** Null while there is no model of the page. */
  counts: NameCounts | null;
  settings: Settings;
  title: string;
  /** A page of a private window, from which no address may be kept. */
  isPrivate: boolean;
  /** A change could not be stored, or the page did not let us in. */
  problem: 'settings' | 'refused' | null;
  search: NameSearch;
  actions: PopupActions;
}

/** The toolbar's popup: what is underlined here, and three nested switches to stop it. */
export function Popup({ state, counts, settings, title, isPrivate, problem, search, actions }: Props) {
  const { t } = useWords();
  return (
    <main class="pop">
      <header>
        <Mark />
        <h1>{t('extName')}</h1>
        <button type="button" class="btn is-icon" aria-label={t('popupSettings')} title={t('popupSettings')} onClick={actions.options}>
          <Icon name="gear" />
        </button>
      </header>
      <PopupSummary state={state} counts={counts} isPrivate={isPrivate} actions={actions} />
      {problem && (
        <p class="problem" role="alert">
          <Icon name="alert" />
          <span>{t(problem === 'settings' ? 'popupNotStored' : 'popupNotLetIn')}</span>
        </p>
      )}
      {state.is === 'closed' && <PopupAccess site={isPrivate ? null : state.site} actions={actions} />}
      <PopupSwitches state={state} settings={settings} title={title} isPrivate={isPrivate} actions={actions} />
      {state.is === 'on' && counts && <KindSwitches counts={counts} settings={settings} onChange={actions.kind} />}
      <PopupSearch text={search.text} found={search.found} onText={search.setText} onOpen={actions.dossier} />
      <div class={state.is === 'on' ? 'go two' : 'go'}>
        {state.is === 'on' && (
          <button type="button" class="btn is-main" onClick={actions.brief}>
            <Icon name="panel" flip />
            {t('popupBrief')}
          </button>
        )}
        <button type="button" class="btn is-line" onClick={actions.library}>
          <Icon name="library" />
          {t('popupLibrary')}
        </button>
      </div>
    </main>
  );
}
