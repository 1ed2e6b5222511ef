import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ReactPage } from './react-story.ts';
import type { StoryWindow } from './story.ts';

(window as unknown as StoryWindow).hydrate = () => {
  const { textContent } = document.querySelector('script[type="application/ld+json"]')!;
  hydrateRoot(document, createElement(ReactPage, { head: textContent, client: document.querySelector('script[src]')!.getAttribute('src')! }));
};
