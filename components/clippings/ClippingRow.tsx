import { useRef, useState } from 'preact/hooks';
import { quotationWithCitation } from '../../lib/clip/citation.ts';
import { clippingLink } from '../../lib/clip/place-link.ts';
import type { ClippingChange } from '../../lib/clip/clipping-change.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { webLink } from '../shared/web-link.ts';
import { Icon, type IconName } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { ClippingEditor, type Leave, type SaveOutcome } from './ClippingEditor.tsx';
import { ClippingQuote } from './ClippingQuote.tsx';
import { ClippingSource } from './ClippingSource.tsx';
import { ClippingState } from './ClippingState.tsx';
import { ClippingTags } from './ClippingTags.tsx';

export interface ClippingActions {
  edit: (id: string, change: ClippingChange) => Promise<SaveOutcome>;
  tag: (ids: string[], tag: string) => void;
  remove: (ids: string[]) => void;
  /** Whether the clipboard took it. */
  copy: (text: string) => Promise<boolean>;
}

interface Props {
  clipping: Clipping;
  terms: readonly string[];
  knownTags: readonly string[];
  current: boolean;
  picked: boolean;
  onPick: (picked: boolean) => void;
  onCurrent: () => void;
  actions: ClippingActions;
}

/** One clipping in the library's list. */
export function ClippingRow({ clipping, terms, knownTags, current, picked, onPick, onCurrent, actions }: Props) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const leave = useRef<Leave>(() => Promise.resolve(true));
  const toggle = async () => void (editing ? (await leave.current()) && setEditing(false) : setEditing(true));
  const link = webLink(clippingLink(clipping));
  return (
    <article id={`clipping-${clipping.id}`} class={current ? 'item on' : 'item'} tabIndex={-1} onFocusIn={onCurrent} onClick={onCurrent}>
      <input type="checkbox" class="pick" checked={picked} aria-label={t('libraryPick')} onChange={(event) => onPick(event.currentTarget.checked)} />
      <ClippingQuote clipping={clipping} terms={terms} />
      <ClippingSource clipping={clipping} />
      <ClippingState clipping={clipping} />
      {clipping.note && !editing && (
        <p class="nt">
          <Icon name="note" />
          <span dir="auto">{clipping.note}</span>
        </p>
      )}
      {editing && <ClippingEditor clipping={clipping} knownTags={knownTags} focus onEdit={(change) => actions.edit(clipping.id, change)} leave={leave} />}
      <footer>
        <ClippingTags clipping={clipping} />
        <div class="acts">
          {link !== null && (
            <a class="btn" href={link} target="_blank" rel="noopener noreferrer">
              {t('libraryOpen')}
            </a>
          )}
          <CopyButton what={t('libraryCopy')} icon="copy" text={quotationWithCitation(clipping.selector.exact, clipping.page)} onCopy={actions.copy} />
          {link !== null && <CopyButton what={t('libraryCopyLink')} icon="link" text={link} onCopy={actions.copy} />}
          <button type="button" class="btn" aria-expanded={editing} data-act="edit" onClick={() => void toggle()}>
            <Icon name="note" />
            {t(editing ? 'libraryDone' : 'libraryEdit')}
          </button>
          <button type="button" class="btn" data-act="remove" onClick={() => actions.remove([clipping.id])}>
            <Icon name="trash" />
            {t('libraryDelete')}
          </button>
        </div>
      </footer>
    </article>
  );
}

function CopyButton({ what, icon, text, onCopy }: { what: string; icon: IconName; text: string; onCopy: ClippingActions['copy'] }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const name = copied ? t('libraryCopied') : what;
  return (
    <button type="button" class="btn is-icon" aria-label={name} title={name} onClick={() => void onCopy(text).then(setCopied)} onBlur={() => setCopied(false)}>
      <Icon name={copied ? 'check' : icon} />
    </button>
  );
}
