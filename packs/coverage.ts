import { readFileSync } from 'node:fs';
import { foldedWords } from '../lib/match/fold.ts';
import { respell } from '../lib/match/respell.ts';
import type { PackFile } from '../lib/pack/schema.ts';
import { share } from './stats.ts';

const genericWords = readFileSync(new URL('generic-words.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
/** Names that occur in fewer texts than this are passing mentions. */
const textsMin = 5;
const listedMax = 60;

const word = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}'’]*|(?:al|el|ez|ash|as|ar|an|ad|ed|at)-\p{Lu}[\p{L}\p{M}'’]*)`;
/** Words that names are joined by ("Army of Conquest"), and that stand between two names as well. */
const joining = ['of', 'and', 'for', 'in', 'the'];
const run = new RegExp(String.raw`${word}(?:(?:[ -](?:(?:al|el|ez|bin|ibn|de|van|von|ad|ud)[ -])?|(?: (?:${joining.join('|')})){1,3} )${word})*`, 'gu');

/**
 * How many of the capitalised names in the texts the pack knows. A run of capitalised words is taken apart into known
 * names (longest first) and what is left between them; of that, generic words and words that the texts write small at least as
 * often are trimmed off both ends, and the rest is an unknown name.
 */
export function coverageOf(packs: readonly PackFile[], texts: readonly string[]): string[] {
  const known = knownNames(packs);
  const leftover = { generic: new Set(genericWords.flatMap(foldedWords)), small: smallWords(texts) };
  const counts = new Map<string, { mentions: number; texts: Set<number>; isKnown: boolean }>();
  const count = (name: string, isKnown: boolean, text: number) => {
    const entry = counts.get(name) ?? { mentions: 0, texts: new Set(), isKnown };
    entry.mentions++;
    entry.texts.add(text);
    counts.set(name, entry);
  };
  texts.forEach((text, number) => {
    for (const [name] of text.matchAll(run)) {
      for (const part of partsOf(foldedWords(name.replace(/['’]s\b/gu, '')), known, leftover)) count(part.name, part.isKnown, number);
    }
  });
  const frequent = [...counts].filter(([, entry]) => entry.texts.size >= textsMin).sort((a, b) => b[1].mentions - a[1].mentions);
  const sum = (entries: typeof frequent) => entries.reduce((total, [, { mentions }]) => total + mentions, 0);
  const unknown = frequent.filter(([, { isKnown }]) => !isKnown);
  return [
    `${texts.length} texts; names in ${textsMin} or more of them: ${frequent.length}, mentions: ${sum(frequent)}`,
    `known mentions: ${share(sum(frequent) - sum(unknown), sum(frequent))}`,
    `generic words left out by list: ${genericWords.length} (packs/generic-words.txt)`,
    `unknown names: ${unknown.length}`,
    ...unknown.slice(0, listedMax).map(([name, entry]) => `${String(entry.mentions).padStart(6)}  ${name} (in ${entry.texts.size})`),
  ];
}

function knownNames(packs: readonly PackFile[]): { names: ReadonlySet<string>; longest: number } {
  const sequences = packs.flatMap(({ entities }) => entities.flatMap(({ aliases }) => aliases.flatMap(({ text, lang }) => [foldedWords(text), ...respell(text, lang).map(foldedWords)])));
  return { names: new Set(sequences.map((words) => words.join(' '))), longest: Math.max(...sequences.map((words) => words.length)) };
}

interface Leftover {
  generic: ReadonlySet<string>;
  small: ReadonlySet<string>;
}

function partsOf(words: readonly string[], known: ReturnType<typeof knownNames>, leftover: Leftover): { name: string; isKnown: boolean }[] {
  const parts: { name: string; isKnown: boolean }[] = [];
  let rest: string[] = [];
  const close = () => {
    const first = rest.findIndex((one) => !isGeneric(one, leftover));
    const last = rest.findLastIndex((one) => !isGeneric(one, leftover));
    if (first >= 0) parts.push({ name: rest.slice(first, last + 1).join(' '), isKnown: false });
    rest = [];
  };
  for (let at = 0; at < words.length; ) {
    const length = longestKnown(words, at, known);
    if (length > 0) {
      close();
      parts.push({ name: words.slice(at, at + length).join(' '), isKnown: true });
    } else if (joining.includes(words[at] ?? '')) close();
    else rest.push(words[at] ?? '');
    at += Math.max(length, 1);
  }
  close();
  return parts;
}

function isGeneric(one: string, { generic, small }: Leftover): boolean {
  const bare = one.replace(/s$/, '');
  return one.length < 2 || /^\d/.test(one) || [one, bare].some((form) => generic.has(form) || small.has(form));
}

/** A genitive that lost its apostrophe ("Syrias") counts as the name. */
function longestKnown(words: readonly string[], at: number, { names, longest }: ReturnType<typeof knownNames>): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join(' ');
    if (names.has(name) || names.has(name.replace(/s$/, ''))) return length;
  }
  return 0;
}

/** Words that the texts write small at least as often as with a capital: capitals of headlines and of sentences' beginnings. */
function smallWords(texts: readonly string[]): Set<string> {
  const balance = new Map<string, number>();
  for (const text of texts) {
    for (const [token] of text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
      const [folded] = foldedWords(token);
      if (folded !== undefined) balance.set(folded, (balance.get(folded) ?? 0) + (/^\p{Lu}/u.test(token) ? -1 : 1));
    }
  }
  return new Set([...balance].filter(([, value]) => value >= 0).map(([token]) => token));
}

/** The texts of a file: one a line where it is JSON lines with a `text`, else the whole of it. */
export function readTexts(path: string): string[] {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return [content];
  return content.split('\n').filter((line) => line !== '').map((line) => String(JSON.parse(line).text ?? ''));
}
