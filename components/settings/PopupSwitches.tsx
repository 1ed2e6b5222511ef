import type { PageState } from '../../lib/extension/page-state.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { useWords } from '../shared/words.ts';
import type { PopupActions } from './Popup.tsx';

interface Props {
  state: PageState;
  settings: Settings;
  title: string;
  isPrivate: boolean;
  actions: PopupActions;
}

/** Everywhere, this site, this page: a narrower switch follows the wider one while that is off, and names what a private window must not leave behind. */
export function PopupSwitches({ state, settings, title, isPrivate, actions }: Props) {
  const { t } = useWords();
  const site = 'site' in state ? state.site : null;
  const off = state.is === 'off' ? state.by : null;
  // Where nothing is granted yet, turning the site on is asking for the grant.
  const siteOn = settings.everywhere && site !== null && off !== 'site' && state.is !== 'closed';
  const pageOn = siteOn && off !== 'page';
  return (
    <div class="where">
      <Row name={t('popupEverywhere')} detail={t('popupEverywhereWhy')} on={settings.everywhere} onChange={actions.everywhere} />
      <Row
        name={t('popupSite')}
        detail={site === null ? t('popupBrowserPage') : isPrivate ? t('clipPrivate') : site}
        on={siteOn}
        disabled={site === null || isPrivate || !settings.everywhere}
        onChange={state.is === 'closed' ? actions.grantSite : actions.site}
      />
      <Row
        name={t('popupPage')}
        detail={site === null ? t('popupNotReadable') : siteOn ? title : t('popupFollows')}
        on={pageOn}
        disabled={!siteOn || isPrivate}
        onChange={actions.page}
      />
    </div>
  );
}

function Row(props: { name: string; detail: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class={props.on ? '' : 'off'}>
      <span>
        <b>{props.name}</b>
        <small>
          <bdi>{props.detail}</bdi>
        </small>
      </span>
      <input
        class="sw"
        type="checkbox"
        role="switch"
        checked={props.on}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
