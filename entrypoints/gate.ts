import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPage } from '../lib/page/gate.ts';

/** Where a second injection finds the first, in our isolated world; it takes its place and tells the verdict anew. */
const slot = Symbol.for('backgrounder.gate');

export default defineUnlistedScript(() => {
  const world = globalThis as { [slot]?: AbortController };
  world[slot]?.abort();
  const ended = (world[slot] = new AbortController());
  watchPage(window, ended.signal, (seen) => {
    try {
      browser.runtime.sendMessage({ type: 'page-seen', ...seen }).catch(() => undefined);
    } catch {
      // The extension was updated underneath: its new gate takes over.
      ended.abort();
    }
  });
});
