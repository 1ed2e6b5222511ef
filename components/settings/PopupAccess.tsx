import { isolated, useWords } from '../shared/words.ts';
import type { PopupActions } from './Popup.tsx';

/** Three ways to let Backgrounder read this page, the narrowest last; `site` null: its name must not be kept. */
export function PopupAccess({ site, actions }: { site: string | null; actions: PopupActions }) {
  const { t } = useWords();
  return (
    <div class="access">
      {site !== null && (
        <button type="button" class="btn is-main" onClick={actions.grantSite}>
          {t('popupGrantSite', isolated(site))}
        </button>
      )}
      <button type="button" class="btn is-line" onClick={actions.grantAll}>
        {t('popupGrantAll')}
      </button>
      <button type="button" class="btn is-line" onClick={actions.onlyNow}>
        {t('popupOnlyNow')}
      </button>
    </div>
  );
}
