import { useLayoutEffect, useState } from 'preact/hooks';
import { limits } from '../../lib/limits.ts';
import { Icon } from './Icon.tsx';
import { useWords } from './words.ts';

interface Props {
  text: string;
  /** Null: there is nothing to take back. */
  onUndo: (() => void) | null;
  /** It tells of a failure: it then stays until the reader dismisses it. */
  failed?: boolean;
  /** Called once the time is up, or it is dismissed. */
  onEnd: () => void;
}

/** Tells what was done and offers to take it back for `limits.toastMs`; pointer or focus holds it. */
export function UndoToast({ text, onUndo, failed = false, onEnd }: Props) {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  // Not after the next paint, as `useEffect` would: the time may be up before that.
  useLayoutEffect(() => {
    if (held || failed) return;
    const timer = setTimeout(onEnd, limits.toastMs);
    return () => clearTimeout(timer);
  }, [held, failed, onEnd]);
  return (
    <div
      class="toast"
      role={failed ? 'alert' : 'status'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{text}</span>
      {onUndo && (
        <button type="button" class="btn" onClick={onUndo}>
          {t('undo')}
        </button>
      )}
      {failed && (
        <button type="button" class="btn is-icon" aria-label={t('clipDismiss')} onClick={onEnd}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
