import type { Rule, Settings } from './schema.ts';

/** Host of an address without `www.`, the key of a site's rule; null for anything but http(s). */
export function siteOf(url: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}

/** Which level turned the overlay off for this page; null: it is on. `page` is the canonical address. */
export function offBy(settings: Settings, site: string, page: string): 'everywhere' | 'site' | 'page' | null {
  if (!settings.everywhere) return 'everywhere';
  if (own(settings.sites, site)?.on === false) return 'site';
  if (own(settings.pages, page)?.on === false) return 'page';
  return null;
}

/** The reader's verdict on whether this page is news, the page's own rule first; null: none given. */
export function newsRule(settings: Settings, site: string, page: string): 'always' | 'never' | null {
  return own(settings.pages, page)?.news ?? own(settings.sites, site)?.news ?? null;
}

/** Whether a change of settings may turn the overlay on somewhere: all else an overlay that is there sees to itself. */
export function mayTurnOn(now: Settings, before: Settings): boolean {
  const where = ({ everywhere, sites, pages }: Settings) => JSON.stringify([everywhere, sites, pages]);
  return now.everywhere && where(now) !== where(before);
}

/** Settings with one rule changed; a rule that says nothing any more is dropped. */
export function withRule(settings: Settings, level: 'sites' | 'pages', key: string, change: Rule): Settings {
  const rule: Rule = { ...own(settings[level], key), ...change };
  const { [key]: _, ...others } = settings[level];
  const silent = rule.on !== false && rule.news === undefined;
  return { ...settings, [level]: silent ? others : { ...others, [key]: rule } };
}

/** Settings without one rule: the site or page is treated as any other. */
export function withoutRule(settings: Settings, level: 'sites' | 'pages', key: string): Settings {
  const { [key]: _, ...others } = settings[level];
  return { ...settings, [level]: others };
}

/** Settings with a pack turned on or off. */
export function withPack(settings: Settings, pack: string, on: boolean): Settings {
  const others = settings.packsOff.filter((id) => id !== pack);
  return { ...settings, packsOff: on ? others : [...others, pack] };
}

function own(rules: Record<string, Rule>, key: string): Rule | undefined {
  return Object.hasOwn(rules, key) ? rules[key] : undefined;
}
