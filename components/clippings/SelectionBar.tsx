import type { SelectionBarView } from '../../lib/page/clipping-view.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';

/** The bar under a selection. A press on it must not take the selection away. */
export function SelectionBar({ view }: { view: SelectionBarView }) {
  const { t } = useWords();
  const copy = t(view.copied ? 'clipCopied' : 'clipCopy');
  return (
    <div class="bk-bar" role="toolbar" aria-label={t('clipBar')} onMouseDown={(event) => event.preventDefault()}>
      <button type="button" class="btn is-main" onClick={view.onSave}>
        <Icon name="save" />
        {t('clipSave')}
      </button>
      <button type="button" class="btn" onClick={view.onNote}>
        <Icon name="note" />
        {t('clipWithNote')}
      </button>
      <span class="rule" />
      <button type="button" class="btn is-icon" aria-label={copy} title={copy} onClick={view.onCopy}>
        <Icon name={view.copied ? 'check' : 'copy'} />
      </button>
    </div>
  );
}
