import type { NewsVerdict } from '../article/types.ts';
import { isCommonGround } from '../match/common-ground.ts';
import type { Mention } from '../match/types.ts';
import type { PageModel } from '../messages/to-page.ts';
import { entityKey } from '../pack/entity-key.ts';
import { kinds, type Kind } from '../pack/schema.ts';
import type { Settings } from '../settings/schema.ts';
import { newsRule, offBy, siteOf } from '../settings/site-rules.ts';
import type { Access } from './origins.ts';

/** What is known of the tab the reader looks at. `url` is null where the browser does not tell it. */
export interface TabFacts {
  url: string | null;
  access: Access;
  /** Null: no overlay is running there. */
  model: PageModel | null;
  /** What the gate saw there, if it ran. */
  seen: { canonical: string; news: NewsVerdict } | null;
}

/** What the popup and the brief say of that tab, one at a time. */
export type PageState =
  | { is: 'unreadable' }
  | { is: 'off'; by: 'everywhere' | 'site' | 'page'; site: string; page: string }
  /** Nothing granted here yet. */
  | { is: 'closed'; site: string; page: string }
  /** Taken for news; the overlay is on its way. */
  | { is: 'reading'; site: string; page: string }
  /** Readable, but not taken for news: nothing is underlined. `news` null: not judged. */
  | { is: 'quiet'; site: string; page: string; news: NewsVerdict | null; ruled: boolean }
  | { is: 'on'; site: string; page: string; model: PageModel; ruled: boolean };

/** Which of its states a tab is in. */
export function pageState({ url, access, model, seen }: TabFacts, settings: Settings): PageState {
  const site = url === null ? null : siteOf(url);
  if (url === null || site === null) return { is: 'unreadable' };
  const page = model?.article.canonical ?? seen?.canonical ?? url;
  const by = offBy(settings, site, page);
  if (by) return { is: 'off', by, site, page };
  const rule = newsRule(settings, site, page);
  const ruled = rule !== null;
  if (model && rule !== 'never') return { is: 'on', site, page, model, ruled };
  if (access === 'none') return { is: 'closed', site, page };
  if (rule ? rule === 'always' : seen?.news.is) return { is: 'reading', site, page };
  return { is: 'quiet', site, page, news: seen?.news ?? model?.article.news ?? null, ruled };
}

export interface NameCounts {
  /** Different entities, those turned off by kind included: what could be underlined here. */
  total: number;
  byKind: Record<Kind, number>;
  /** Names that need the reader's choice between bearers. */
  choose: number;
  mentions: number;
}

/** Counts what a page names, leaving out what the reader muted and, unless asked for, common knowledge. */
export function nameCounts(mentions: readonly Mention[], settings: Pick<Settings, 'common' | 'muted'>): NameCounts {
  const kindOf = new Map<string, Kind>();
  const unsure = new Set<string>();
  let counted = 0;
  for (const mention of mentions) {
    if (isCommonGround(mention) && !settings.common) continue;
    if (settings.muted.some((one) => one.pack === mention.pack && one.entity === mention.entity)) continue;
    const key = entityKey(mention);
    kindOf.set(key, mention.kind);
    if (mention.sure === 'choose') unsure.add(key);
    counted++;
  }
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const kind of kindOf.values()) byKind[kind]++;
  return { total: kindOf.size, byKind, choose: unsure.size, mentions: counted };
}
