import { readFileSync } from 'node:fs';
import { AhoCorasick } from '@monyone/aho-corasick/greedy';
import KeywordProcessor from 'flashtext.js';
import { compileMatcher } from '../../lib/match/compile.ts';
import { fold, foldedWords } from '../../lib/match/fold.ts';
import { openIndex } from '../../lib/match/layout.ts';
import { openMatcher } from '../../lib/match/open.ts';
import { scan } from '../../lib/match/scan.ts';
import type { Entity } from '../../lib/pack/schema.ts';
import { median } from '../support/numbers.ts';
import { makeNames, makeProse } from './texts.ts';

/**
 * `npm run bench [-- TEXT.txt]`: what matching costs, as multiples of one bare charCodeAt pass over the same text in the
 * same run. Peers get text that is folded already. Each is measured in interleaved rounds, and its best round counts:
 * whatever else the machine does can only add.
 */
const textUtf16 = 400_000;
const rounds = 31;
const namesPerEntity = 5;

function barePass(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Each runner's cost as a multiple of the bare pass. */
function multiples(text: string, runners: Record<string, () => unknown>): Record<string, number> {
  for (let warm = 0; warm < 3; warm++) for (const run of [() => barePass(text), ...Object.values(runners)]) run();
  let bare = Infinity;
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runners)) {
      bare = Math.min(bare, milliseconds(() => barePass(text)), milliseconds(() => barePass(text)));
      best[name] = Math.min(best[name] ?? Infinity, milliseconds(run));
    }
  }
  return Object.fromEntries(Object.entries(best).map(([name, ms]) => [name, ms / bare]));
}

function toEntities(names: readonly string[]): Entity[] {
  return Array.from({ length: Math.ceil(names.length / namesPerEntity) }, (_, number) => ({
    id: `e${number}`,
    type: 'armed-group',
    salience: 'specific',
    name: `e${number}`,
    aliases: names.slice(number * namesPerEntity, (number + 1) * namesPerEntity).map((text) => ({ text, lang: 'en', kind: 'name' })),
    gloss: '',
    summaries: [],
    facts: [],
  }));
}

function peers(names: readonly string[], text: string): Record<string, () => unknown> {
  const folded = foldKeepingGaps(text);
  const spellings = [...new Set(names.map((name) => foldedWords(name).join(' ')))];
  const runners: Record<string, () => unknown> = {};
  const automaton = new AhoCorasick(spellings);
  runners['@monyone/aho-corasick'] = () => automaton.matchInText(folded);
  const processor = new KeywordProcessor();
  for (const spelling of spellings) processor.addKeyword(spelling, spelling);
  runners['flashtext.js'] = () => processor.extractKeywords(folded);
  if (names.length <= 10_000) {
    const pattern = new RegExp(`\\b(?:${spellings.sort((a, b) => b.length - a.length).join('|')})\\b`, 'g');
    runners['one RegExp'] = () => folded.match(pattern);
  }
  return runners;
}

/** `text` folded letter by letter, gaps as they are: what peers need to see the same names. */
function foldKeepingGaps(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = fold[text.charCodeAt(index)] ?? 0;
    return unit < 5 ? text.charAt(index) : String.fromCharCode(unit);
  }).join('');
}

function measure(label: string, count: number, scripts: readonly ('latin' | 'arabic' | 'cyrillic')[], prose: string | null): void {
  const names = makeNames(count, scripts, 1);
  const text = prose ?? makeProse(textUtf16, names, scripts, 2);
  const entities = toEntities(names);
  let built: ReturnType<typeof compileMatcher> | undefined;
  const buildMs = milliseconds(() => (built = compileMatcher(entities)));
  if (!built) return;
  const { index, rules } = built;
  const openMs = median(Array.from({ length: 101 }, () => milliseconds(() => openMatcher([{ pack: 'bench', index, rules }]))));
  const view = openIndex(index);
  const found = scan(view, text).length;
  const cost = multiples(text, { Backgrounder: () => scan(view, text), ...(count <= 100_000 ? peers(names, text) : {}) });
  const own = cost['Backgrounder'] ?? NaN;
  console.log(`\n${label}, ${count.toLocaleString('en')} aliases: ${(index.byteLength / count).toFixed(1)} bytes an alias, built in ${Math.round(buildMs)} ms, opened in ${openMs.toFixed(4)} ms, ${found} found in ${text.length.toLocaleString('en')} units`);
  for (const [name, ratio] of Object.entries(cost)) console.log(`  ${name.padEnd(24)} ${ratio.toFixed(1).padStart(7)} × a bare pass${name === 'Backgrounder' ? '' : `   ${(ratio / own).toFixed(1)} × ours`}`);
}

const given = process.argv[2];
const prose = given === undefined ? null : readFileSync(given, 'utf8');
for (const count of [1_000, 10_000, 100_000, 1_000_000]) measure('English', count, ['latin'], prose);
if (prose === null) for (const count of [10_000, 100_000]) measure('Latin, Arabic and Cyrillic', count, ['latin', 'arabic', 'cyrillic'], null);
