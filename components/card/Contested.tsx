import type { Statement } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';
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
        {by ? t('cardDisputedBy', isolated(by), isolated(text)) : t('cardDisputed', isolated(text))} <Sources sources={sources} />
      </span>
    </p>
  );
}
