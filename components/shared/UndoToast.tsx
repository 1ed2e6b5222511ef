import { useLayoutEffect, useState } from 'preact/hooks';
import { limits } from '../../lib/limits.ts';
import { useWords } from './words.ts';

interface Props {
  text: string;
  onUndo: () => void;
  /** Called once the time is up. */
  onEnd: () => void;
}

/** Tells what was done and offers to take it back for `limits.toastMs`; pointer or focus holds it. */
export function UndoToast({ text, onUndo, onEnd }: Props) {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  // Not after the next paint, as `useEffect` would: the time may be up before that.
  useLayoutEffect(() => {
    if (held) return;
    const timer = setTimeout(onEnd, limits.toastMs);
    return () => clearTimeout(timer);
  }, [held, onEnd]);
  return (
    <div
      class="toast"
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{text}</span>
      <button type="button" class="btn" onClick={onUndo}>
        {t('undo')}
      </button>
    </div>
  );
}
