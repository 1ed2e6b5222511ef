import type { Clipping } from '../../lib/clip/schema.ts';
import type { PageModel } from '../../lib/messages/to-page.ts';
import type { CardSource } from '../../lib/pack/card.ts';
import { statementDate } from '../card/card-dates.ts';
import { dateText } from '../shared/dates.ts';
import type { Words } from '../shared/words.ts';
import { webLink } from '../shared/web-link.ts';
import { mergedTimeline } from './brief-timeline.ts';

/** The brief as Markdown, for a reader's own notes: names with what held, the time line cut by the article, the excerpts. */
export function briefMarkdown(model: PageModel, clippings: readonly Clipping[], words: Words): string {
  const { t, lang } = words;
  const { article, asOf, cards } = model;
  const date = asOf.day === null ? t('briefNoDate') : t(asOf.basis === 'reader' ? 'briefAsOfReader' : 'briefAsOf', dateText(asOf.day, lang));
  const names = cards.map((card) => `- **${escaped(card.name)}**: ${escaped(card.summary?.text ?? t(card.state === 'report-only' ? 'cardReportOnly' : 'briefNothingThen'))}${cited(card.summary?.sources ?? [])}`);
  const entries = mergedTimeline(cards);
  const line = ({ card, statement }: (typeof entries)[number]) => `- ${statementDate(statement, lang)}: **${escaped(card.name)}.** ${escaped(statement.text)}${cited(statement.sources)}`;
  const excerpts = clippings.map((clipping) => [quoted(clipping.selector.exact), escaped(clipping.note)].filter((part) => part !== '').join('\n\n'));
  return [
    `# ${linked(article.title, article.canonical)}`,
    [article.site, ...article.byline].filter((part) => part !== null && part !== '').map((part) => escaped(part ?? '')).join(', '),
    date,
    ...section(t('briefNames'), [names.join('\n')]),
    ...section(t('briefTimeline'), [entries.filter((entry) => !entry.later).map(line).join('\n')]),
    ...section(t('briefSinceTitle'), [entries.filter((entry) => entry.later).map(line).join('\n')]),
    ...section(t('briefClippings'), excerpts),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, parts: string[]): string[] {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? [] : [`## ${title}`, ...filled];
}

function cited(sources: readonly CardSource[]): string {
  return sources.length === 0 ? '' : ` (${sources.map((source) => linked(source.publisher, source.url)).join('; ')})`;
}

function linked(text: string, url: string): string {
  const link = webLink(url);
  return link === null ? escaped(text) : `[${escaped(text)}](<${new URL(link).href}>)`;
}

function quoted(text: string): string {
  return text.split('\n').map((part) => `> ${escaped(part)}`).join('\n>\n');
}

/** Text of pages and packs is text: nothing in it may become Markdown or HTML. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/\s+/g, ' ').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=])/, '\\$1');
}
