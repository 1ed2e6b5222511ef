import type { ComponentChildren } from 'preact';
import { Mark } from '../shared/Mark.tsx';
import { useWords } from '../shared/words.ts';

const sections = [
  ['where', 'optionsWhere'],
  ['under', 'optionsUnderlines'],
  ['cards', 'optionsCards'],
  ['packs', 'optionsPacks'],
  ['own', 'optionsOwnNames'],
  ['lib', 'optionsClippings'],
  ['muted', 'optionsMuted'],
  ['keys', 'optionsKeys'],
  ['priv', 'optionsPrivacy'],
] as const;

/** The frame of the settings page: title, contents, sections. */
export function Options({ refused, children }: { refused: boolean; children: ComponentChildren }) {
  const { t } = useWords();
  return (
    <div class="op">
      <header>
        <Mark />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <nav class="nav" aria-label={t('optionsContents')}>
        {sections.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {t(name)}
          </a>
        ))}
      </nav>
      <main>
        {refused && (
          <p class="problem" role="alert">
            {t('popupNotStored')}
          </p>
        )}
        {children}
      </main>
    </div>
  );
}
