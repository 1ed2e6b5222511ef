import { browser } from 'wxt/browser';
import type { EntityRef } from '../match/types.ts';
import { ask } from '../messages/client.ts';
import type { Kind } from '../pack/schema.ts';
import type { Rule, Settings } from '../settings/schema.ts';
import { withRule } from '../settings/site-rules.ts';
import { annotate, type ActivePage } from './active-page.ts';
import { grant } from './access.ts';
import { openBriefOf } from './open-page.ts';
import { everyHost, originsOf } from './origins.ts';
import type { PageState } from './page-state.ts';

interface Wiring {
  page: ActivePage;
  state: PageState;
  change: (change: (now: Settings) => Settings) => void;
  refresh: () => void;
  onRefused: () => void;
}

/** What each control of the popup does to the tab it was opened over. */
export function popupActions({ page, state, change, refresh, onRefused }: Wiring) {
  const rule = (level: 'sites' | 'pages', next: Rule) => {
    if (!('site' in state)) return;
    const key = level === 'sites' ? state.site : state.page;
    change((now) => withRule(now, level, key, next));
  };
  const letIn = async () => {
    const there = await annotate(page.tabId);
    if (!there) onRefused();
    refresh();
  };
  // The background hears of the grant and has the page judged, as it would have been on loading.
  const request = (origins: string[]) => {
    void grant(origins).then((granted) => (granted ? refresh() : undefined));
  };
  return {
    everywhere: (on: boolean) => change((now) => ({ ...now, everywhere: on })),
    site: (on: boolean) => rule('sites', { on }),
    page: (on: boolean) => rule('pages', { on }),
    kind: (kind: Kind, on: boolean) => change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } })),
    grantSite: () => request(originsOf(page.url ?? '')),
    grantAll: () => request(everyHost),
    treatAsNews: () => {
      rule('pages', { news: 'always' });
      void letIn();
    },
    treatAsOther: () => rule('pages', { news: 'never' }),
    forgetVerdict: () => rule('pages', { news: undefined }),
    onlyNow: () => void letIn(),
    brief: () => {
      void openBriefOf(page.tabId).then(() => window.close());
    },
    library: () => void ask({ type: 'open', what: 'library' }).then(() => window.close()),
    dossier: ({ pack, entity }: EntityRef) => void ask({ type: 'open', what: 'library', entity: { pack, entity } }).then(() => window.close()),
    options: () => void browser.runtime.openOptionsPage().then(() => window.close()),
  };
}
