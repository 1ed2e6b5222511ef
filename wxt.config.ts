import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

// A test runner or a shell with a NODE_ENV of its own would get a development build, with this folder's paths in its chunks.
process.env['NODE_ENV'] = 'production';

/**
 * Hosts are asked for when wanted, never at install. `BACKGROUNDER_GRANTED=1` makes the build the end-to-end tests
 * drive: the same hosts granted from the start, because a headless browser cannot press the permission prompt.
 */
const granted = process.env['BACKGROUNDER_GRANTED'] === '1';
const everyHost = ['http://*/*', 'https://*/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${granted ? '-granted' : ''}`,
  zip: { excludeSources: ['.*/**', 'public/packs/**'] },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false })],
    // Without a target light-dark() is rewritten so that one element can no longer be switched to the other theme.
    build: { modulePreload: false, target: ['chrome140', 'firefox140'] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    ...(browser !== 'firefox' && { minimum_chrome_version: '140' }),
    ...(granted ? { host_permissions: everyHost } : { optional_host_permissions: everyHost }),
    commands: {
      'toggle-site': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandToggleSite__' },
      'next-mention': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_commandNextMention__' },
      'save-excerpt': { suggested_key: { default: 'Alt+S' }, description: '__MSG_commandSaveExcerpt__' },
      'open-brief': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandOpenBrief__' },
      'previous-mention': { description: '__MSG_commandPreviousMention__' },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: { id: 'backgrounder@backgrounder.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
      },
    }),
  }),
});
