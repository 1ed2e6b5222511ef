import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../../lib/match/open.ts';
import type { MatchPage } from '../../lib/match/types.ts';
import { scoreMentions, type Label, type Labelled, type Score } from './score-mentions.ts';

/** Entities of the pack when the texts were labelled. */
const judgedFor = new Set(JSON.parse(readFileSync(join(import.meta.dirname, '../judged/entities-judged-for.json'), 'utf8')) as string[]);

/**
 * What is found on a page against its labels. Mentions of entities `later` than the labels are nobody's mistake, and neither
 * are the labels they cover ("eastern Aleppo"); `all`: the page was labelled for every entity there is.
 */
export function scorePage(matcher: Matcher, page: MatchPage, { names, either }: Labelled, labelledFor: 'earlier' | 'all' = 'earlier'): Score {
  const { mentions } = matcher.find(page, null);
  if (labelledFor === 'all') return scoreMentions(mentions, { names, ...(either && { either }) });
  const later = mentions.filter(({ entity }) => !judgedFor.has(entity));
  const isFree = ([start, end]: Label): boolean => !later.some((mention) => mention.start < end && start < mention.end);
  return scoreMentions(mentions.filter(({ entity }) => judgedFor.has(entity)), { names: names.filter(isFree), ...(either && { either }) });
}
