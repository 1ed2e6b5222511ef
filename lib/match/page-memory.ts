import type { PageMemory } from './types.ts';

/** Entries kept of each sort: a page that names more is decided by what it named first. */
const most = 200;
const longestUtf16 = 160;

/** What a page has told, in the names of packs and entities, so that it outlives a pack's renumbering. */
export interface Told extends PageMemory {
  version: 1;
  /** Deciding words seen anywhere, by pack, as the pack writes them. */
  cues: Record<string, string[]>;
  /** Entities named by a full, settled name: pack, entity, the words. */
  named: [pack: string, entity: string, words: string][];
  /** Short forms the page spelled out: an entity, or null for something that is none. */
  bound: [short: string, pack: string | null, entity: string | null, long: string][];
  /** Surnames (folded) that somebody else bears here. */
  others: string[];
  /** Entities specific to a pack that were named, as `pack entity`. */
  specific: string[];
}

export function nothingTold(): Told {
  return { version: 1, cues: {}, named: [], bound: [], others: [], specific: [] };
}

/** A memory as it came back from the page; whatever is not of our making is left out. */
export function readMemory(memory: PageMemory | null): Told {
  const told = nothingTold();
  if (memory?.version !== 1) return told;
  const { cues, named, bound, others, specific } = memory;
  if (typeof cues === 'object' && cues !== null) {
    for (const [pack, words] of Object.entries(cues).slice(0, most)) told.cues[pack] = strings(words);
  }
  told.named = rows(named, 3).filter((row): row is Told['named'][number] => row.every(isText));
  told.bound = rows(bound, 4).filter((row): row is Told['bound'][number] => isText(row[0]) && isText(row[3]) && (row[1] === null ? row[2] === null : isText(row[1]) && isText(row[2])));
  told.others = strings(others);
  told.specific = strings(specific);
  return told;
}

/** The memory within its bounds. */
export function writeMemory(told: Told): Told {
  return {
    version: 1,
    cues: Object.fromEntries(Object.entries(told.cues).map(([pack, words]) => [pack, words.slice(0, most)])),
    named: told.named.slice(0, most).map(([pack, entity, words]) => [pack, entity, words.slice(0, longestUtf16)]),
    bound: told.bound.slice(0, most).map(([short, pack, entity, long]) => [short, pack, entity, long.slice(0, longestUtf16)]),
    others: told.others.slice(0, most),
    specific: told.specific.slice(0, most),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestUtf16;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isText).slice(0, most) : [];
}

function rows(value: unknown, length: number): unknown[][] {
  return Array.isArray(value) ? value.filter((row): row is unknown[] => Array.isArray(row) && row.length === length).slice(0, most) : [];
}
