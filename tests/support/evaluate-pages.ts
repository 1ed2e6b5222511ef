import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readArticle } from '../../lib/article/read-article.ts';
import type { Article } from '../../lib/article/types.ts';
import { readFacts } from '../../lib/page/read-facts.ts';
import { decodePage, nodeDocument } from './node-document.ts';

interface Label {
  file: string;
  url: string;
  set: string;
  /** `article`, another kind, or null where nobody labelled it. */
  kind: string | null;
  published: string | null;
}

interface Judged {
  label: Label;
  article: Article;
}

/** Sets whose articles count for recall; pages of `web-*` that are no article count for false positives. */
const newsSets = ['fundus', 'mediacloud', 'article'];

/**
 * Prints how well the verdict and the day agree with the labels of `FOLDER/labels.jsonl`, for all pages and for two halves of
 * them, so that rules tuned on one half can be verified on the other.
 */
export async function evaluatePages(args: string[]): Promise<void> {
  const list = args.includes('--list');
  const folder = args.find((arg) => !arg.startsWith('--')) ?? '../shared/pages';
  const today = new Date().toISOString().slice(0, 10);
  const judged = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => judge(JSON.parse(line) as Label, folder, today));
  const halves = [0, 1].map((half) => judged.filter((_, index) => index % 2 === half));
  for (const [name, some] of [['all pages', judged], ['half A', halves[0] ?? []], ['half B', halves[1] ?? []]] as const) {
    console.log(`${name}: ${some.length}`);
    console.log(`  news   ${newsLine(some)}`);
    console.log(`  dates  ${datesLine(some)}`);
  }
  console.log('taken for news, by set and kind:');
  for (const [name, some] of Map.groupBy(judged, ({ label }) => `${label.set} (${label.kind ?? 'unlabelled'})`)) {
    console.log(`  ${name.padEnd(36)} ${some.filter(({ article }) => article.news.is).length} of ${some.length}`);
  }
  console.log('dates, by set:');
  for (const [set, some] of Map.groupBy(judged, ({ label }) => label.set)) {
    if (some.some(({ label }) => label.published)) console.log(`  ${set.padEnd(20)} ${datesLine(some)}`);
  }
  if (list) for (const line of judged.flatMap(faults)) console.log(line);
}

function judge(label: Label, folder: string, today: string): Judged {
  const bytes = readFileSync(join(folder, 'html', label.file));
  const html = decodePage(label.file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return { label, article: readArticle(readFacts(nodeDocument(html), label.url), today) };
}

function isNews({ label }: Judged): boolean | null {
  if (newsSets.includes(label.set)) return label.kind === 'article' ? true : null;
  return label.set.startsWith('web-') && label.kind !== 'article' ? false : null;
}

function newsLine(judged: readonly Judged[]): string {
  const share = (expected: boolean) => {
    const some = judged.filter((one) => isNews(one) === expected);
    const found = some.filter(({ article }) => article.news.is).length;
    return `${(found / some.length).toFixed(3)} (${found} of ${some.length})`;
  };
  return `recall ${share(true)}, false positives ${share(false)}`;
}

/** htmldate's own metric: a day that differs is a false positive, no day a false negative; pages without a labelled day do not count. */
function datesLine(judged: readonly Judged[]): string {
  const dated = judged.filter(({ label }) => label.published);
  const given = dated.filter(({ article }) => article.published.day);
  const exact = given.filter((one) => daysOff(one) === 0).length;
  const near = given.filter((one) => daysOff(one) <= 1).length;
  const precision = exact / given.length;
  const recall = exact / (exact + dated.length - given.length);
  const figures = { 'of those given exact': precision, 'within a day': near / given.length, recall, F: (2 * precision * recall) / (precision + recall) };
  return `${given.length} of ${dated.length} given; ${Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`).join(', ')}`;
}

function daysOff({ label, article }: Judged): number {
  return Math.abs(Date.parse(article.published.day ?? '') - Date.parse(label.published ?? '')) / 86_400_000;
}

function faults(one: Judged): string[] {
  const { label, article } = one;
  const lines: string[] = [];
  const expected = isNews(one);
  if (expected !== null && expected !== article.news.is) lines.push(`${expected ? 'missed' : 'false'} news  ${label.file} ${label.url} (${article.news.kind}: ${article.news.why.join(', ')})`);
  if (label.published && !article.published.day) lines.push(`no day  ${label.file} ${label.published} ${label.url} (${article.published.from})`);
  if (label.published && article.published.day && daysOff(one) > 0) lines.push(`wrong day  ${label.file} ${label.published} but ${article.published.day} from ${article.published.from} ${label.url}`);
  return lines;
}
