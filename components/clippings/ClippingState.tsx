import { useState } from 'preact/hooks';
import type { Clipping } from '../../lib/clip/schema.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { WordDiff } from './WordDiff.tsx';

/** What became of the words on their page since they were saved; nothing where they still stand there. */
export function ClippingState({ clipping }: { clipping: Clipping }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { sighting, selector } = clipping;
  if (sighting?.state === 'gone') {
    return (
      <p class="nt state">
        <Icon name="alert" />
        <span>{t('clippingGone')}</span>
      </p>
    );
  }
  if (sighting?.state !== 'changed') return null;
  return (
    <>
      <p class="nt state">
        <Icon name="differ" />
        <span>
          {t('clippingChanged')}{' '}
          {sighting.now !== null && (
            <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('clippingCompare')}
            </button>
          )}
        </span>
      </p>
      {open && sighting.now !== null && <WordDiff then={selector.exact} now={sighting.now} />}
    </>
  );
}
