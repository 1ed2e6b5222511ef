import { createElement as h, useEffect, useState, type ReactNode } from 'react';
import { asServed, itemsOf, paragraphsOf, type StoryWindow } from './story.ts';

/** The whole document, as frameworks that render pages with React have it: what we add to it stands among what React looks after. */
export function ReactPage({ head, client }: { head: string; client: string }): ReactNode {
  const [story, setStory] = useState(asServed);
  useEffect(() => {
    (window as unknown as StoryWindow).turn = (part) => setStory((now) => ({ ...now, [part]: !now[part] }));
  }, []);
  return h(
    'html',
    { lang: 'en' },
    h('head', null, h('title', null, 'A story'), h('link', { rel: 'icon', href: 'data:,' }), h('script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: head } })),
    h(
      'body',
      null,
      h(
        'article',
        null,
        h('h1', null, 'A story'),
        paragraphsOf(story).map(({ id, text }) => h('p', { key: id }, text)),
        h('ul', null, itemsOf(story).map(({ id, text }) => h('li', { key: id }, text))),
      ),
      h('script', { src: client }),
    ),
  );
}
