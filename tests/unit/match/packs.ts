import { compileMatcher } from '../../../lib/match/compile.ts';
import { openMatcher, type Matcher } from '../../../lib/match/open.ts';
import type { MatchPage, Mention } from '../../../lib/match/types.ts';
import type { Alias, Entity } from '../../../lib/pack/schema.ts';

/** A small entity for matching tests; aliases as plain English names unless told more. */
export function entity(id: string, aliases: readonly (string | (Partial<Alias> & { text: string }))[], more: Partial<Entity> = {}): Entity {
  return {
    id,
    type: 'armed-group',
    salience: 'specific',
    name: id,
    aliases: aliases.map((alias) => ({ lang: 'en', kind: 'name', ...(typeof alias === 'string' ? { text: alias } : alias) })),
    gloss: id,
    summaries: [],
    facts: [],
    ...more,
  };
}

export function matcherOf(entities: readonly Entity[]): Matcher {
  return openMatcher([{ pack: 'test', ...compileMatcher(entities) }]);
}

export function pageOf(text: string, more: Partial<MatchPage> = {}): MatchPage {
  return { text, title: '', lang: 'en', day: '2022-09-23', site: null, ...more };
}

/** Mentions as `words → entity`, a choice as `words → a | b`. */
export function read(text: string, mentions: readonly Mention[]): string[] {
  return mentions.map(({ start, end, entity: id, options }) => `${text.slice(start, end)} → ${options ? options.map((option) => option.entity).join(' | ') : id}`);
}
