import { limits } from '../limits.ts';
import { kindOf, type Kind } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';
import type { OpenPack } from './span.ts';
import type { EntityRef } from './types.ts';

export interface LookedUp extends EntityRef {
  name: string;
  kind: Kind;
  score: number;
}

/** Below this a likeness is chance. */
const leastScore = 0.55;

const namesOf = new WeakMap<OpenPack, { entity: number; folded: string }[]>();

/** Entities with a name like `text`, best first: the very name, its beginning, some of its words, or a few letters off. */
export function lookUp(packs: readonly OpenPack[], text: string, limit: number): LookedUp[] {
  const query = foldedWords(text.slice(0, limits.lookUpUtf16)).join(' ');
  if (query === '') return [];
  const best = new Map<string, LookedUp>();
  for (const pack of packs) {
    for (const { entity, folded } of foldedNames(pack)) {
      const score = likeness(query, folded);
      if (score < leastScore) continue;
      const found = pack.rules.entities[entity];
      if (!found) continue;
      const key = `${pack.pack} ${found.id}`;
      if ((best.get(key)?.score ?? 0) < score) best.set(key, { pack: pack.pack, entity: found.id, name: found.name, kind: kindOf[found.type], score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'en')).slice(0, limit);
}

function foldedNames(pack: OpenPack): { entity: number; folded: string }[] {
  let names = namesOf.get(pack);
  if (!names) {
    names = pack.rules.entities.flatMap(({ names: lines }, entity) => [...new Set(lines.split('\n').map((name) => foldedWords(name).join(' ')))].map((folded) => ({ entity, folded })));
    namesOf.set(pack, names);
  }
  return names;
}

function likeness(query: string, name: string): number {
  if (name === query) return 1;
  const longer = Math.max(name.length, query.length);
  if (name.startsWith(query)) return 0.8 + 0.15 * (query.length / longer);
  if (query.length > 2 && ` ${name}`.includes(` ${query}`)) return 0.7 + 0.15 * (query.length / longer);
  const allowed = Math.floor(longer / 4);
  if (query.length < 4 || Math.abs(name.length - query.length) > allowed) return 0;
  const distance = editDistance(query, name, allowed);
  return distance > allowed ? 0 : 0.9 * (1 - distance / longer);
}

/** Damerau-Levenshtein (adjacent swaps count one), or more than `most` as soon as that is certain. */
function editDistance(a: string, b: string, most: number): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? most + 1;
}
