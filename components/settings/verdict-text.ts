import type { NewsVerdict } from '../../lib/article/types.ts';
import type { MessageName } from '../../lib/i18n.ts';
import { listText } from '../shared/intl.ts';
import type { Words } from '../shared/words.ts';

/** The reasons of a verdict on a page, in words, strongest first; a reason this version has no words for is left out. */
export function verdictText(news: NewsVerdict, { t, lang }: Words): string {
  const names = news.why.flatMap((code) => verdictNames[code] ?? []);
  const reasons = [...new Set(names)].map((name) => t(name));
  return listText(reasons, lang);
}

/** By the codes of `lib/article/news.ts`. */
export const verdictNames: Readonly<Record<string, MessageName>> = {
  'json-ld news article': 'verdictDeclaredNews',
  'json-ld article': 'verdictDeclaredArticle',
  'article markup': 'verdictMarkup',
  'og:type article': 'verdictDeclaredArticle',
  'publication date': 'verdictDate',
  'section or news keywords': 'verdictSection',
  dateline: 'verdictDateline',
  "a story's address": 'verdictStoryAddress',
  'address says news': 'verdictNewsAddress',
  prose: 'verdictProse',
  'more links than prose': 'verdictLinks',
  'home page': 'verdictHome',
  'declares another kind': 'verdictOtherKind',
  'og:type of another kind': 'verdictOtherKind',
  'og:type website': 'verdictWebsite',
  'forum, wiki or manual': 'verdictForum',
  'address of another kind': 'verdictOtherAddress',
  'password field': 'verdictPassword',
  'nothing says article': 'verdictNothing',
};
