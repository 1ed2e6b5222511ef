import { openIndex } from './layout.ts';
import { lookUp, type LookedUp } from './look-up.ts';
import { readMemory, writeMemory } from './page-memory.ts';
import type { MatchRules } from './rules.ts';
import { scan } from './scan.ts';
import { settle } from './settle.ts';
import { toSpans, type OpenPack } from './span.ts';
import type { MatchPage, MatchReply, PageMemory } from './types.ts';

export interface Matcher {
  /** Finds and decides every mention on a page, or in its changed blocks given what an earlier scan told. Never throws on text. */
  find(page: MatchPage, memory: PageMemory | null): MatchReply;
  /** Entities with a name like `text`, best first, at most `limit`; `score` from 0 to 1, 1 being the very name. */
  lookUp(text: string, limit: number): LookedUp[];
}

/** Opens compiled packs without parsing or copying anything. Throws a RangeError where an index is not one. */
export function openMatcher(packs: readonly { pack: string; index: ArrayBuffer; rules: MatchRules }[]): Matcher {
  const open = packs.map(({ pack, index, rules }) => ({ pack: { pack, rules } satisfies OpenPack, index: openIndex(index) }));
  return {
    find(page, memory) {
      const found = open.map(({ pack, index }) => ({ pack, found: scan(index, page.text) }));
      const { mentions, told } = settle(toSpans(found, page), page, readMemory(memory));
      return { mentions, memory: writeMemory(told) };
    },
    lookUp: (text, limit) => lookUp(open.map(({ pack }) => pack), text, limit),
  };
}
