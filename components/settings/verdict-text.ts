import type { NewsVerdict } from '../../lib/article/types.ts';
import type { Words } from '../shared/words.ts';

/** The reasons of a verdict on a page, in words, strongest first. */
export function verdictText(news: NewsVerdict, { lang }: Words): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(news.why);
}
