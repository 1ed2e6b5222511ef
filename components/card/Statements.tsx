import type { Statement } from '../../lib/pack/card.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { quotable, statementDate } from './card-dates.ts';
import { Contested } from './Contested.tsx';
import { Prose } from './Prose.tsx';
import { Sources } from './Sources.tsx';

interface Props {
  statements: Statement[];
  /** Whom they are about, for the clipboard. */
  name: string;
  onCopy?: ((text: string) => void) | undefined;
  onReport?: ((statement: Statement) => void) | undefined;
}

/** Dated statements, oldest first, each with its source, who disputes it, and a way to take it along. */
export function Statements({ statements, name, onCopy, onReport }: Props) {
  const words = useWords();
  const { t, lang } = words;
  return (
    <ol class="bk-facts">
      {statements.map((statement) => (
        <li key={statement.id}>
          <time>{statementDate(statement, lang)}</time>
          <div>
            <p dir="auto">
              <Prose text={statement.text} />
            </p>
            <Sources sources={statement.sources} />
            <Contested contested={statement.contested} />
          </div>
          {(onCopy || onReport) && (
            <span class="bk-copy">
              {onCopy && (
                <button type="button" class="btn is-icon" title={t('cardCopy')} aria-label={t('cardCopy')} onClick={() => onCopy(quotable(name, statement, words))}>
                  <Icon name="copy" />
                </button>
              )}
              {onReport && (
                <button type="button" class="btn is-icon" title={t('cardReportThis')} aria-label={t('cardReportThis')} onClick={() => onReport(statement)}>
                  <Icon name="flag" />
                </button>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
