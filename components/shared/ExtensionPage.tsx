import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { WordsProvider, type Words } from './words.ts';

interface Props {
  words: Words;
  title: string;
  dir: 'ltr' | 'rtl';
  theme: 'auto' | 'light' | 'dark';
  children: ComponentChildren;
}

/** The frame of each extension page: its title, language, direction and theme on the document before anything is painted, its words for all within. */
export function ExtensionPage({ words, title, dir, theme, children }: Props) {
  useLayoutEffect(() => {
    const root = document.documentElement;
    document.title = title;
    root.lang = words.lang;
    root.dir = dir;
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [words, title, dir, theme]);
  return <WordsProvider value={words}>{children}</WordsProvider>;
}
