import type { MessageName } from '../../lib/i18n.ts';
import type { CardView } from '../../lib/page/card-view.ts';
import { useWords } from '../shared/words.ts';

export const noticeNames: Readonly<Record<NonNullable<CardView['notice']>, MessageName>> = {
  copied: 'cardCopied',
  'copy-failed': 'cardCopyFailed',
  'not-stored': 'popupNotStored',
};

/** What came of the last thing done with the card, where the card itself does not show it. */
export function Notice({ notice }: Pick<CardView, 'notice'>) {
  const { t } = useWords();
  return (
    <span class="bk-notice" role="status">
      {notice && t(noticeNames[notice])}
    </span>
  );
}
