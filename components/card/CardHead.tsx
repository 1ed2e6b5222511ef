import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';

interface Props {
  icon: IconName;
  /** What it is, in a word; `years` beside it. */
  kicker: string;
  years?: string | null;
  name: ComponentChildren;
  onClose(): void;
  children?: ComponentChildren;
}

/** A card's first lines: kind, name, other names, the way out. Its heading names the dialog. */
export function CardHead({ icon, kicker, years, name, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <header class="bk-head bk-pad">
      <p class="bk-kicker">
        <Icon name={icon} />
        <span>{kicker}</span>
        {years && <span class="yr">{years}</span>}
      </p>
      <button type="button" class="btn is-icon" title={t('cardClose')} aria-label={t('cardClose')} onClick={onClose}>
        <Icon name="close" />
      </button>
      <h3 class="bk-name" id={headingId}>
        <bdi>{name}</bdi>
      </h3>
      {children}
    </header>
  );
}

/** One card is open at a time, in a root of its own. */
export const headingId = 'bk-name';
