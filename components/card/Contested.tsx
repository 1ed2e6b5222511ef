import type { Statement } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { Sources } from './Sources.tsx';

/** Who disputes a statement, or what is shaky about it; nothing where nobody does. */
export function Contested({ contested }: Pick<Statement, 'contested'>) {
  const { t } = useWords();
  if (!contested) return null;
  const { by, text, sources } = contested;
  return (
    <p class="bk-contested">
      <Icon name="differ" />
      <span>
        {by ? t('cardDisputedBy', by, text) : t('cardDisputed', text)} <Sources sources={sources} />
      </span>
    </p>
  );
}
