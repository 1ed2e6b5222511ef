import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom. A room not listed under `may` is out of bounds; the reasons stand in README, "How it is built". */
const browserFiles = ['lib/messages/client.ts', 'lib/settings/items.ts', 'lib/settings/stored-settings.ts', 'lib/settings/packs-revision.ts', 'lib/i18n.ts', 'lib/report-error.ts'];
const packages = { dexie: 'dexie', preact: 'preact', browser: 'wxt/**' };

function room(files, { no = [], noPackages = [], ignores = [], globals = [] }) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...no.map((place) => ({ regex: `(^|/)${place.replace(/^lib\//, '')}(/|\\.ts$|$)`, message: `${place} is out of bounds here (README, "How it is built")`, allowTypeImports: false })),
            { group: ['zod', 'zod/*'], message: 'import z from lib/zod.ts, which keeps it from trying eval' },
            ...noPackages.map((name) => ({ group: [packages[name], `${packages[name]}/*`], message: `${name} is out of bounds here` })),
          ],
        },
      ],
      'no-restricted-globals': ['error', ...globals],
      'no-restricted-properties': globals.length
        ? ['error', { object: 'Math', property: 'random', message: 'randomness is passed in' }, { object: 'Date', property: 'now', message: 'the clock is passed in' }]
        : 'off',
    },
  };
}

const noDom = ['document', 'window', 'navigator', 'chrome', 'browser', 'localStorage', 'indexedDB', 'fetch', 'setTimeout', 'crypto'];

export default tseslint.config(
  { ignores: ['.output', '.wxt', 'node_modules', 'public', '.screenshots'] },
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/extensions': ['.ts', '.tsx'] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  room(['lib/{pack,match,article,clip,settings}/**/*.ts', 'lib/messages/{schema,to-page}.ts', 'lib/limits.ts'], {
    ignores: ['lib/settings/{items,stored-settings,packs-revision}.ts'],
    no: ['components', 'entrypoints', 'store', 'background', 'lib/page/', 'messages/client', 'settings/(items|stored-settings|packs-revision)', 'i18n', 'report-error'],
    noPackages: ['dexie', 'preact', 'browser'],
    globals: noDom,
  }),
  room(['lib/page/**/*.ts'], {
    no: ['components', 'entrypoints', 'store', 'background', 'messages/client', 'settings/(items|stored-settings|packs-revision)', 'i18n', 'report-error', 'lib/zod'],
    noPackages: ['dexie', 'preact', 'browser'],
  }),
  room(['lib/store/**/*.ts'], { no: ['components', 'entrypoints', 'background', 'lib/page/'], noPackages: ['preact', 'browser'] }),
  room(browserFiles, { no: ['components', 'entrypoints', 'store', 'background'], noPackages: ['dexie', 'preact'] }),
  room(['lib/background/**/*.ts'], { no: ['components', 'entrypoints', 'lib/page/'], noPackages: ['preact'] }),
  room(['lib/extension/**/*.{ts,tsx}'], { no: ['components', 'entrypoints', 'background', 'lib/page/'] }),
  room(['components/**/*.{ts,tsx}'], { no: ['entrypoints', 'store', 'background', 'lib/page/', 'messages/client', 'settings/(items|stored-settings|packs-revision)', 'report-error', 'lib/zod'], noPackages: ['dexie', 'browser'] }),
  {
    files: ['entrypoints/**', '*.config.{ts,js}', 'vitest.*.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['lib/report-error.ts', 'packs/**', 'tests/**'], rules: { 'no-console': 'off' } },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
