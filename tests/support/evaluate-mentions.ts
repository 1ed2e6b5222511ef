import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../../lib/match/open.ts';
import type { MatchPage, Mention } from '../../lib/match/types.ts';
import { inspectPage } from './inspect-page.ts';
import { labelledArticles } from './labelled-article.ts';
import { addScores, scoreLine, type Labelled, type Score } from './score-mentions.ts';
import { scorePage } from './score-page.ts';
import { sourceMatcher } from './source-matcher.ts';

const judgedFolder = join(import.meta.dirname, '../judged');

/** The judged samples: the first has been tuned on since, the second was drawn after rules and names were settled. */
const draws = [
  { name: 'judged sample', file: 'syria-articles.json', labelledFor: 'earlier' },
  { name: 'judged, second draw', file: 'syria-articles-second.json', labelledFor: 'all' },
] as const;

/** One article of a judged sample, by its id in `syria-articles.jsonl`. */
interface Judged extends Labelled {
  id: string;
}

interface Source {
  id: string;
  date: string;
  title: string;
  text: string;
}

/**
 * Prints precision and recall on the articles written for this project and on the judged samples of FOLDER, and how often a
 * name is marked on the pages of FOLDER that are not about the region. `--list` names every mistake, but for those in
 * articles held out: who sees them would tune to them.
 *
 * The second draw was judged before anything had been found in it. Its first run, which no later one replaces: precision
 * 0.987 (14 wrong), recall 0.974 (28 missed of 1,063).
 */
export async function evaluateMentions(args: string[]): Promise<void> {
  const list = args.includes('--list');
  const folder = args.find((arg) => !arg.startsWith('--')) ?? '../shared/pages';
  const matcher = sourceMatcher();
  evaluateOwn(matcher, list);
  if (existsSync(join(folder, 'syria-articles.jsonl'))) for (const draw of draws) evaluateJudged(matcher, folder, list, draw);
  if (existsSync(join(folder, 'html'))) evaluateOtherPages(matcher, folder, list);
}

function evaluateOwn(matcher: Matcher, list: boolean): void {
  const scored = labelledArticles().map((article) => ({ article, score: scorePage(matcher, article.page, article) }));
  for (const heldOut of [false, true]) {
    const half = scored.filter(({ article }) => article.heldOut === heldOut);
    console.log(`${heldOut ? 'held out' : 'tuned on'}: ${half.length} articles, ${half.filter(({ article }) => article.trap).length} of them traps`);
    console.log(`  ${scoreLine(addScores(half.map(({ score: one }) => one)))}`);
    for (const [lang, some] of Map.groupBy(half, ({ article }) => article.page.lang)) console.log(`  ${lang}  ${scoreLine(addScores(some.map(({ score: one }) => one)))}`);
    if (list && !heldOut) for (const { article, score: one } of half) listMistakes(article.file, article.page.text, one);
  }
}

function evaluateJudged(matcher: Matcher, folder: string, list: boolean, { name, file, labelledFor }: (typeof draws)[number]): void {
  const { articles } = JSON.parse(readFileSync(join(judgedFolder, file), 'utf8')) as { articles: Judged[] };
  const sources = new Map<string, Source>();
  for (const line of readFileSync(join(folder, 'syria-articles.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const source = JSON.parse(line) as Source;
    if (!sources.has(source.id)) sources.set(source.id, source);
  }
  const scores = articles.map((judged) => {
    const source = sources.get(judged.id);
    if (!source) throw new Error(`no article ${judged.id} in ${folder}`);
    const page: MatchPage = { text: `${source.title}\n${source.text}`, title: source.title, lang: 'en', day: source.date, site: null };
    const one = scorePage(matcher, page, judged, labelledFor);
    if (list) listMistakes(judged.id, page.text, one);
    return one;
  });
  console.log(`${name}: ${articles.length} articles\n  ${scoreLine(addScores(scores))}`);
}

function evaluateOtherPages(matcher: Matcher, folder: string, list: boolean): void {
  const about = new Set(JSON.parse(readFileSync(join(judgedFolder, 'pages-about-the-region.json'), 'utf8')) as string[]);
  const today = new Date().toISOString().slice(0, 10);
  let pages = 0;
  const marked: { file: string; text: string; mentions: Mention[] }[] = [];
  for (const file of readdirSync(join(folder, 'html')).sort()) {
    if (about.has(file)) continue;
    pages++;
    const { text, mentions } = inspectPage(file, readFileSync(join(folder, 'html', file)), { matcher, today });
    if (mentions.length > 0) marked.push({ file, text, mentions });
  }
  const marks = marked.reduce((total, { mentions }) => total + mentions.length, 0);
  console.log(`pages not about the region: ${pages}\n  ${marks} marks on ${marked.length} pages, ${((100 * marks) / pages).toFixed(2)} a hundred pages`);
  if (list) for (const { file, text, mentions } of marked) for (const mention of mentions) console.log(`  mark   ${file}  ${inContext(text, mention)}`);
}

function listMistakes(name: string, text: string, { wrong, missed }: Score): void {
  for (const mention of wrong) console.log(`  wrong  ${name}  ${inContext(text, mention)}`);
  for (const [start, end, entity] of missed) console.log(`  missed ${name}  ${inContext(text, { start, end, entity })}`);
}

function inContext(text: string, { start, end, entity }: Pick<Mention, 'start' | 'end' | 'entity'>): string {
  return `${entity}: ${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replaceAll('\n', ' ');
}
