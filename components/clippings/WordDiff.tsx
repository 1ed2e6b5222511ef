import { wordDiff } from '../../lib/clip/word-diff.ts';
import { useWords } from '../shared/words.ts';

/** What the outlet wrote when the excerpt was taken and what it writes now, word by word. */
export function WordDiff({ then, now }: { then: string; now: string }) {
  const { t } = useWords();
  return (
    <div class="diff">
      <p class="lab">{t('clippingDiff')}</p>
      <p class="q" dir="auto">
        {wordDiff(then, now).map(({ kind, text }) => (
          <>{kind === 'same' ? text : kind === 'now' ? <ins>{text}</ins> : <del>{text}</del>} </>
        ))}
      </p>
    </div>
  );
}
