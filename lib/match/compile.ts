import type { Alias, Entity } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';
import { cueForms, formsOf } from './forms.ts';
import { append, roll, sequenceHash, sequenceKey, spread } from './hash.ts';
import { allocateIndex, filterBits, firstBits, firstPlace, groupBit, nameBit, numberMask, placeOf } from './layout.ts';
import { latinS } from './read-word.ts';
import { isLower } from './surface.ts';
import { shortForms } from './short-forms.ts';
import type { Claim, MatchRules, RuleEntity, RuleGroup } from './rules.ts';

export type { MatchRules } from './rules.ts';

/** Slots a name: at 1.5 a search that fails looks at five, and a name costs 12 bytes. */
const slotsPerName = 1.5;
/**
 * Filter bits per first word, before rounding up to a power of two: with half as many, one word in thirty is looked up in
 * vain. And per longer beginning.
 */
const bitsPerFirst = 24;
const bitsPerSequence = 10;
const longestAliasWords = 16;

interface Name {
  words: string[];
  /** Into claims. */
  claims: number[];
  cue: number | null;
}

/**
 * Compiles a pack's names into the index and its rules. The same entities give the same bytes. Throws a RangeError where
 * the pack has more entities or rules than an index can number (8 million).
 */
export function compileMatcher(entities: readonly Entity[]): { index: ArrayBuffer; rules: MatchRules } {
  const names = new Map<string, Name>();
  const claims: (Claim & { plain: boolean })[] = [];
  const cues = new Map<string, number>();
  const nameOf = (words: string[]): Name => {
    const spelling = words.join(' ');
    let name = names.get(spelling);
    if (!name) names.set(spelling, (name = { words, claims: [], cue: null }));
    return name;
  };
  const addCues = (texts: readonly string[], lang: Alias['lang']): number[] =>
    texts.map((text) => {
      const known = cues.get(text);
      const cue = known ?? cues.size;
      if (known === undefined) {
        cues.set(text, cue);
        for (const words of cueForms(text, lang)) nameOf(words).cue ??= cue;
      }
      return nameOf(foldedWords(text)).cue ?? cue;
    });

  const generated: { words: string[]; at: number }[] = [];
  const give = (words: string[], at: number): void => {
    const name = nameOf(words);
    const claim = claims[at] as Claim;
    if (!name.claims.some((other) => claims[other]?.entity === claim.entity && sameRule(claims[other], claim))) name.claims.push(at);
  };
  const addAlias = (alias: Alias, { type }: Entity, number: number, isListed: boolean): void => {
    const claim = toClaim(alias, number, addCues);
    const at = claims.push(claim) - 1;
    let inLangAt: number | null = null;
    formsOf(alias, type).forEach(({ words, inLang }, index) => {
      if (words.length > longestAliasWords) return;
      if (inLang) inLangAt ??= claims.push({ ...claim, inLang: true, plain: false }) - 1;
      if (index === 0 && isListed) give(words, at);
      else generated.push({ words, at: inLang && inLangAt !== null ? inLangAt : at });
    });
  };
  entities.forEach((entity, number) => {
    for (const alias of entity.aliases) addAlias(alias, entity, number, true);
  });
  entities.forEach((entity, number) => {
    for (const alias of shortForms(entity)) addAlias(alias, entity, number, false);
  });
  // What the pack lists stands for what it says: a generated form neither widens nor contests it.
  const listed = new Set([...names].filter(([, name]) => name.claims.length > 0).map(([spelling]) => spelling));
  for (const { words, at } of generated) if (!listed.has(words.join(' '))) give(words, at);

  const rules: MatchRules = { version: 1, entities: toRuleEntities(entities), groups: [], claims: [], cues: [...cues.keys()] };
  const index = writeIndex([...names.values()], payloads(names, claims, rules));
  return { index, rules };
}

function sameRule(a: Claim | undefined, b: Claim): boolean {
  return a !== undefined && JSON.stringify({ ...a, text: '', lang: '' }) === JSON.stringify({ ...b, text: '', lang: '' }) && (!a.exact || a.text === b.text);
}

function toClaim(alias: Alias, entity: number, addCues: (texts: readonly string[], lang: Alias['lang']) => number[]): Claim & { plain: boolean } {
  const letters = alias.text.replace(/[^\p{L}\p{N}]/gu, '');
  const acronym = alias.kind === 'acronym' || (letters.length <= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase());
  const short = alias.kind === 'short';
  const words = ` ${foldedWords(alias.text).join(' ')} `;
  // A word the name itself holds would always be near it.
  const vacuous = alias.requires?.some((cue) => words.includes(` ${foldedWords(cue).join(' ')} `)) ?? false;
  const claim: Claim & { plain: boolean } = { entity, text: alias.text, lang: alias.lang, plain: false };
  if (short) claim.short = true;
  if (acronym || short || alias.caseSensitive) claim.cased = true;
  if (!words.trim().includes(' ') && isLower(alias.text.charAt(0))) claim.lower = true;
  if (acronym || letters.length <= 4) claim.exact = true;
  if (alias.requires && !vacuous) claim.requires = addCues(alias.requires, alias.lang);
  if (alias.not) claim.not = addCues(alias.not, alias.lang);
  if (alias.from !== undefined) claim.from = alias.from;
  if (alias.to !== undefined) claim.to = alias.to;
  claim.plain = Object.keys(claim).length === 4;
  return claim;
}

function toRuleEntities(entities: readonly Entity[]): RuleEntity[] {
  const numbers = new Map(entities.map((entity, number) => [entity.id, number]));
  const related = entities.map(() => new Set<number>());
  entities.forEach((entity, number) => {
    for (const { target } of entity.relations ?? []) {
      const other = numbers.get(target);
      if (other === undefined || other === number) continue;
      related[number]?.add(other);
      related[other]?.add(number);
    }
  });
  return entities.map((entity, number) => ({
    id: entity.id,
    name: entity.name,
    type: entity.type,
    salience: entity.salience,
    ...(entity.exists?.from === undefined ? {} : { from: entity.exists.from }),
    ...(entity.exists?.to === undefined ? {} : { to: entity.exists.to }),
    related: [...(related[number] ?? [])].sort((a, b) => a - b),
    names: [...new Set([entity.name, ...entity.aliases.map((alias) => alias.text)])].join('\n'),
  }));
}

/** The slot payload of each name, without its tag; fills the rules' groups and claims on the way. */
function payloads(names: ReadonlyMap<string, Name>, claims: readonly (Claim & { plain: boolean })[], rules: MatchRules): number[] {
  const written = new Map<number, number>();
  const write = (at: number): number => {
    let number = written.get(at);
    if (number === undefined) {
      const { plain: _, ...claim } = claims[at] as Claim & { plain: boolean };
      number = rules.claims.push(claim) - 1;
      written.set(at, number);
    }
    return number;
  };
  const numbers = new Map<string, number>();
  const result: number[] = [];
  for (const name of names.values()) {
    const first = claims[name.claims[0] ?? -1];
    if (name.claims.length === 1 && first?.plain && name.cue === null) {
      result.push(first.entity + 1);
      continue;
    }
    const group: RuleGroup = { claims: name.claims.map(write) };
    if (name.cue !== null) group.cue = name.cue;
    const key = JSON.stringify(group);
    const number = numbers.get(key) ?? rules.groups.push(group);
    numbers.set(key, number);
    result.push(number | groupBit);
  }
  if (rules.groups.length >= numberMask || rules.entities.length >= numberMask) throw new RangeError('too many names for one index');
  return result;
}

function writeIndex(names: readonly Name[], payload: readonly number[]): ArrayBuffer {
  const hashes = new Int32Array(names.length);
  const beginnings = new Set<number>();
  /** The bits that each word sets in the first filter. */
  const firsts = new Map<number, number>();
  const addFirst = (hash: number, bits: number): void => void firsts.set(hash, (firsts.get(hash) ?? 0) | bits);
  let maxWords = 1;
  names.forEach(({ words }, at) => {
    let sequence = sequenceHash(words.slice(0, 1));
    addFirst(sequence, firstBits(sequence) | (words.length === 1 ? nameBit(sequence) : 0));
    if (words.length === 1) {
      const withS = roll(sequence, latinS);
      addFirst(withS, firstBits(withS));
    }
    for (let count = 2; count <= words.length; count++) {
      sequence = append(sequence, sequenceHash(words.slice(count - 1, count)));
      beginnings.add(sequence);
    }
    hashes[at] = sequence;
    maxWords = Math.max(maxWords, words.length);
  });
  const { seed, keys } = decidingKeys(names, hashes);
  const { buffer, index } = allocateIndex({
    entries: names.length,
    firstLog2: Math.max(1, Math.ceil(Math.log2((firsts.size * bitsPerFirst) / 32 || 1))),
    sequences: Math.max(1, Math.ceil((beginnings.size * bitsPerSequence) / 32)),
    slots: Math.ceil(names.length * slotsPerName) + 1,
    maxWords,
    seed,
  });
  for (const [hash, bits] of firsts) {
    const place = firstPlace(index, hash);
    index.first[place] = (index.first[place] ?? 0) | bits;
  }
  for (const hash of beginnings) {
    const mixed = spread(hash);
    const place = placeOf(mixed, index.sequences.length);
    index.sequences[place] = (index.sequences[place] ?? 0) | filterBits(mixed);
  }
  const count = index.slots.length / 2;
  names.forEach(({ words }, at) => {
    const mixed = spread(append(hashes[at] ?? 0, words.length));
    let place = placeOf(mixed, count);
    while (index.slots[2 * place + 1] !== 0) place = (place + 1) % count;
    index.slots[2 * place] = keys[at] ?? 0;
    index.slots[2 * place + 1] = ((mixed & 0xff) << 24) | (payload[at] ?? 0);
  });
  return buffer;
}

/** The first seed under which no two names share key and tag: then a slot that agrees in both is the name's own. */
function decidingKeys(names: readonly Name[], hashes: Int32Array): { seed: number; keys: Int32Array } {
  const keys = new Int32Array(names.length);
  for (let seed = 1; ; seed++) {
    const seen = new Set<number>();
    names.forEach(({ words }, at) => {
      const key = (keys[at] = sequenceKey(words, seed));
      seen.add(key * 256 + (spread(append(hashes[at] ?? 0, words.length)) & 0xff));
    });
    if (seen.size === names.length) return { seed, keys };
  }
}
