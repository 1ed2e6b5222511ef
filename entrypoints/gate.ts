import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPage } from '../lib/page/gate.ts';

export default defineUnlistedScript(() => {
  watchPage(window, (seen) => void browser.runtime.sendMessage({ type: 'page-seen', ...seen }).catch(() => undefined));
});
