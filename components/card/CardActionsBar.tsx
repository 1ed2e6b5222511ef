import type { MessageName } from '../../lib/i18n.ts';
import type { CardView } from '../../lib/page/card-view.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { hasMore, type CardSubject } from './card-subject.ts';
import { Notice } from './Notice.tsx';

interface Props {
  view: CardView;
  subject: CardSubject;
}

/** What can be done with a card: two things at first glance, all of them when it has grown. */
export function CardActionsBar({ view: { actions, expanded, pinned, mutable, notice }, subject }: Props) {
  const { t } = useWords();
  const { saved } = subject;
  const isOwn = subject.card.packOrigin === 'own';
  return (
    <footer class="bk-acts">
      <button type="button" class={`btn ${saved === 'yes' ? 'is-on' : ''}`} aria-pressed={saved === 'yes'} disabled={saved === 'saving'} onClick={actions.save}>
        <Icon name="save" />
        {t(saveNames[saved])}
      </button>
      <button type="button" class={`btn ${pinned ? 'is-on' : ''}`} aria-pressed={pinned} onClick={() => actions.pin(!pinned)}>
        <Icon name="pin" />
        {t(pinned ? 'cardPinned' : 'cardPin')}
      </button>
      {expanded && mutable && (
        <button type="button" class="btn" onClick={() => actions.mute(true)}>
          <Icon name="mute" />
          {t('cardMute')}
        </button>
      )}
      {expanded ? (
        <button type="button" class="btn end" onClick={isOwn ? actions.edit : () => actions.report(null)}>
          <Icon name={isOwn ? 'note' : 'flag'} />
          <span class="opt-l">{t(isOwn ? 'cardEdit' : 'cardReport')}</span>
        </button>
      ) : (
        hasMore(subject) && (
          <button type="button" class="btn end bk-more" aria-expanded={false} onClick={() => actions.expand(true)}>
            <span class="opt-t">{t('cardMore')}</span>
            <span class="opt-s">{t('cardMoreShort')}</span>
            <Icon name="down" />
          </button>
        )
      )}
      <Notice notice={notice} />
    </footer>
  );
}

const saveNames: Readonly<Record<CardSubject['saved'], MessageName>> = {
  no: 'cardSave',
  saving: 'cardSaving',
  yes: 'cardSaved',
  failed: 'cardSaveFailed',
};
