import type { Alias, Entity } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';

const particles = new Set(['al', 'el', 'ash', 'as', 'an', 'ar', 'at', 'az', 'ad', 'es', 'bin', 'ben', 'ibn', 'abd', 'abdel', 'abdul', 'abu', 'abou', 'ebu', 'van', 'von', 'de', 'аль', 'аш', 'ан', 'бен', 'абу']);

/** Whether a name is one word with nothing but particles before it: a surname or a name by origin, which others bear too. */
export function isOneWord(folded: readonly string[]): boolean {
  return folded.slice(0, -1).every((word) => particles.has(word));
}

/**
 * The surname under which a person goes on after the full name: the last word with its particles. Only of names of two
 * words or more, and never one that the pack lists itself.
 */
export function shortForms(entity: Pick<Entity, 'type' | 'aliases'>): Alias[] {
  if (entity.type !== 'person') return [];
  const listed = new Set(entity.aliases.map((alias) => foldedWords(alias.text).join(' ')));
  const shorts = new Map<string, Alias>();
  for (const { text, lang, kind } of entity.aliases) {
    if (kind === 'short' || kind === 'acronym') continue;
    const words = text.split(/([\s-]+)/);
    let from = words.length - 1;
    while (from >= 2 && particles.has(foldedWords(words[from - 2] ?? '').join(''))) from -= 2;
    if (from === 0 || !/^[\p{L}\p{M}'’ʿʾ]{4,}$/u.test(words.at(-1) ?? '')) continue;
    const short = words.slice(from).join('');
    const key = foldedWords(short).join(' ');
    if (!listed.has(key) && !shorts.has(key)) shorts.set(key, { text: short, lang, kind: 'short' });
  }
  return [...shorts.values()];
}
