import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { removeLeftHosts } from '../../lib/page/host.ts';
import { startOverlay, type Overlay } from './start-overlay.ts';

/** Where a second injection finds the first: our isolated world, which the page cannot see. */
const slot = Symbol.for('backgrounder.overlay');

export default defineUnlistedScript(() => {
  const world = globalThis as { [slot]?: Overlay };
  if (world[slot]?.isAlive()) return;
  if (world[slot]) world[slot].stop();
  else removeLeftHosts(document);
  world[slot] = startOverlay(window, browser.runtime.id);
});
