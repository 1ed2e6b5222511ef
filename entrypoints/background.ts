import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/background/start-background.ts';
import { highlightCss } from '../lib/page/highlight-css.ts';

export default defineBackground({
  type: 'module',
  main: () => startBackground((scopes, names) => highlightCss(import.meta.env.FIREFOX ? [''] : scopes, names)),
});
