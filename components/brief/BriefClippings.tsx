import type { ClippingChange } from '../../lib/clip/clipping-change.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import type { Unread } from '../../lib/extension/stored-clippings.ts';
import { ClippingEditor, type SaveOutcome } from '../clippings/ClippingEditor.tsx';
import { ClippingState } from '../clippings/ClippingState.tsx';
import { instantDay } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { countOf, useWords } from '../shared/words.ts';

interface Props {
  clippings: readonly Clipping[] | Unread;
  /** Offered for completion. */
  knownTags: readonly string[];
  onEdit: (id: string, change: ClippingChange) => Promise<SaveOutcome>;
  onShow: (id: string) => void;
}

/** What the reader saved of this page, each with its note and tags to edit here. */
export function BriefClippings({ clippings, knownTags, onEdit, onShow }: Props) {
  const words = useWords();
  const read = typeof clippings === 'string' ? null : clippings;
  const { t } = words;
  return (
    <section class="sect" id="clips" aria-labelledby="clips-title">
      <h2 id="clips-title">
        {t('briefClippings')} {read && read.length > 0 && <span>{countOf(words, 'briefFromPage', read.length)}</span>}
      </h2>
      {typeof clippings === 'string' && <p role="alert">{t(clippings)}</p>}
      {read?.length === 0 && <p class="src">{t('briefNoClippings')}</p>}
      {read?.map((clipping) => (
        <PageClipping key={clipping.id} clipping={clipping} knownTags={knownTags} onEdit={(change) => onEdit(clipping.id, change)} onShow={() => onShow(clipping.id)} />
      ))}
    </section>
  );
}

function PageClipping({ clipping, knownTags, onEdit, onShow }: { clipping: Clipping; knownTags: readonly string[]; onEdit: (change: ClippingChange) => Promise<SaveOutcome>; onShow: () => void }) {
  const { t, lang } = useWords();
  return (
    <article class="clip">
      <p class="q" dir="auto" lang={clipping.page.lang ?? undefined}>
        {clipping.selector.exact}
      </p>
      <p class="src">
        {t('briefSaved', instantDay(clipping.capturedAt, lang))}{' '}
        <button type="button" class="link" onClick={onShow}>
          {t('briefShowClipping')}
        </button>
      </p>
      <ClippingState clipping={clipping} />
      <details open={clipping.note !== '' || clipping.tags.length > 0}>
        <summary class="btn">
          <Icon name="note" />
          {t('libraryEdit')}
        </summary>
        <ClippingEditor clipping={clipping} knownTags={knownTags} onEdit={onEdit} />
      </details>
    </article>
  );
}
