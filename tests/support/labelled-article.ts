import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchPage } from '../../lib/match/types.ts';
import type { Label, Labelled } from './score-mentions.ts';

const folder = join(import.meta.dirname, '../pages/articles');

export interface LabelledArticle extends Labelled {
  file: string;
  page: MatchPage;
  /** Its names look like the pack's and mean something else. */
  trap: boolean;
  /** Never looked at when rules are made. */
  heldOut: boolean;
}

/**
 * The articles written for this project, by file name. Each begins with `lang`, `date`, `half` (tuned or held-out) and, if
 * so, `trap`; the first line after the blank one is its title. `[[entity|words]]` marks a name, `[[?entity|words]]` one
 * that may be found or not. Convention: every stretch that names an entity of the pack, as short as the name itself is
 * ("Aleppo" of "Aleppo province"), however it is spelled or inflected; adjectives, pronouns and descriptions are no names.
 */
export function labelledArticles(): LabelledArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readArticleFile(file, readFileSync(join(folder, file), 'utf8')));
}

/** One such file. Throws an Error that names the file where its head or a mark is malformed. */
export function readArticleFile(file: string, source: string): LabelledArticle {
  const gap = source.indexOf('\n\n');
  const head = new Map(source.slice(0, gap).split('\n').map((line) => line.split(': ') as [string, string]));
  const lang = head.get('lang');
  const half = head.get('half');
  if (gap < 0 || !lang || (half !== 'tuned' && half !== 'held-out')) throw new Error(`${file}: no lang or half`);
  const { text, names, either } = unmark(source.slice(gap).trim().replace(/\n+/g, '\n'));
  if (/\[\[|\]\]/.test(text)) throw new Error(`${file}: a mark that does not close`);
  const page: MatchPage = { text, title: text.split('\n', 1)[0] ?? '', lang, day: head.get('date') ?? null, site: null };
  return { file, page, names, either, trap: head.get('trap') === 'yes', heldOut: half === 'held-out' };
}

function unmark(marked: string): { text: string; names: Label[]; either: Label[] } {
  const names: Label[] = [];
  const either: Label[] = [];
  let text = '';
  let from = 0;
  for (const found of marked.matchAll(/\[\[(\??)([a-z0-9-]+)\|([^\]|]+)\]\]/g)) {
    const [whole, optional, entity = '', words = ''] = found;
    text += marked.slice(from, found.index);
    (optional ? either : names).push([text.length, text.length + words.length, entity]);
    text += words;
    from = found.index + whole.length;
  }
  return { text: text + marked.slice(from), names, either };
}
