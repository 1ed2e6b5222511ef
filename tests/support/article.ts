import type { Article } from '../../lib/article/types.ts';

/** An article of a made-up paper. */
export const anArticle: Article = {
  title: 'A test',
  published: { day: '2022-09-23', from: 'test' },
  modified: null,
  byline: [],
  site: 'test',
  section: null,
  lang: 'en',
  dir: 'ltr',
  url: 'https://news.test/a',
  canonical: 'https://news.test/a',
  news: { is: true, kind: 'article', why: [] },
};
