import type { NameCounts, PageState } from '../../lib/extension/page-state.ts';
import { dateText } from '../shared/dates.ts';
import { countOf, useWords, type Words } from '../shared/words.ts';
import { verdictText } from './verdict-text.ts';
import type { PopupActions } from './Popup.tsx';

interface Props {
  state: PageState;
  counts: NameCounts | null;
  isPrivate: boolean;
  actions: PopupActions;
}

/** The popup's first lines: the count in words with its date, or why there is none. */
export function PopupSummary({ state, counts, isPrivate, actions }: Props) {
  const words = useWords();
  const { t } = words;
  const [headline, detail] = lines(state, counts, words);
  return (
    <section class="count" aria-live="polite">
      <p>{headline}</p>
      <p>{detail}</p>
      {state.is === 'quiet' && (
        <>
          {state.news && state.news.why.length > 0 && <p class="why">{t('popupBecause', verdictText(state.news, words))}</p>}
          <p class="verdict">
            <button type="button" class="btn is-main" onClick={isPrivate ? actions.onlyNow : actions.treatAsNews}>
              {t('popupAnyway')}
            </button>
          </p>
        </>
      )}
      {state.is === 'on' && (
        <details class="verdict">
          <summary class="link">{t(state.model.article.news.is ? 'popupWhyNews' : 'popupWhyAnyway')}</summary>
          <p>{verdictText(state.model.article.news, words)}</p>
          {!isPrivate && (
            <button type="button" class="btn is-line" onClick={actions.treatAsOther}>
              {t('popupNotNews')}
            </button>
          )}
        </details>
      )}
      {(state.is === 'on' || state.is === 'quiet') && state.ruled && !isPrivate && (
        <p class="verdict">
          {t('popupRuled')}{' '}
          <button type="button" class="link" onClick={actions.forgetVerdict}>
            {t('popupForgetRule')}
          </button>
        </p>
      )}
    </section>
  );
}

function lines(state: PageState, counts: NameCounts | null, words: Words): [string, string] {
  const { t } = words;
  switch (state.is) {
    case 'unreadable':
      return [t('popupUnreadable'), t('popupUnreadableWhy')];
    case 'closed':
      return [t('popupClosed'), t('popupClosedWhy')];
    case 'reading':
      return [t('popupReading'), t('popupReadingWhy')];
    case 'quiet':
      return [t('popupQuiet'), t('popupQuietWhy')];
    case 'off':
      return [t(offHeadlines[state.by]), t('popupOffKept')];
    case 'on':
      return [counts && counts.total > 0 ? countOf(words, 'popupNames', counts.total) : t('popupNoNames'), asOfLine(state, counts, words)];
  }
}

const offHeadlines = { everywhere: 'popupOffEverywhere', site: 'popupOffSite', page: 'popupOffPage' } as const;

function asOfLine({ model }: Extract<PageState, { is: 'on' }>, counts: NameCounts | null, words: Words): string {
  const { t, lang } = words;
  const { day, basis } = model.asOf;
  const date = day === null ? t('popupAsOfToday') : t(basis === 'reader' ? 'popupAsOfReader' : 'popupAsOfArticle', dateText(day, lang));
  return counts && counts.choose > 0 ? `${date} ${countOf(words, 'popupChoose', counts.choose)}` : date;
}
