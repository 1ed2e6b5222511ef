import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumFlags, findChromium } from './tests/support/chromium.mjs';

/**
 * What is run in Chromium alone: an extension loaded into Firefox for a test outlives no restart (library), the browser's
 * language is set by a flag of Chromium's (languages), and Firefox's driver now and then loses a page that comes out of the
 * cache (back-forward) and tells nobody how long a page's tasks take (page-cost).
 */
const chromiumOnly = ['back-forward', 'languages', 'library', 'page-cost'].map((name) => `tests/e2e/${name}.test.ts`);

/**
 * `unit`: pure code in Node. `dom`: the system's Chromium. `e2e`: the built extension in Chromium, one file at a time;
 * `e2e-firefox`: the same in Firefox. One after the other: what a reader waits for is measured, and two cores are soon busy.
 * `release`: the packages for the stores, built and built again. Not part of `npm test`: `speed`, what is told in frames and so
 * wants a machine to itself (`npm run speed`); `headed`, the browser's own prompts and shortcuts, pressed on a screen (`npm run test:headed`).
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 20_000, sequence: { groupOrder: 0 } } },
      {
        plugins: [preact({ devToolsEnabled: false })],
        // Found out on the way they would make Vite reload a running test.
        optimizeDeps: { include: ['axe-core', 'dexie', 'diff', 'preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'zod'] },
        test: {
          name: 'dom',
          // A poll's own second is short where test files draw side by side on two cores.
          expect: { poll: { timeout: 10_000 } },
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      endToEnd('e2e', 'chromium', 2),
      endToEnd('e2e-firefox', 'firefox', 3),
      { test: { name: 'release', include: ['tests/release/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 240_000, sequence: { groupOrder: 5 } } },
      endToEnd('speed', 'chromium', 4, 'tests/speed/**/*.test.ts'),
      endToEnd('headed', 'chromium', 6, 'tests/headed/**/*.test.ts'),
    ],
  },
});

/** One suite, two browsers. */
function endToEnd(name: string, browser: 'chromium' | 'firefox', groupOrder: number, include = 'tests/e2e/**/*.test.ts'): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      provide: { browser },
      include: [include],
      exclude: browser === 'firefox' ? chromiumOnly : [],
      environment: 'node',
      globalSetup: 'tests/support/build-for-e2e.ts',
      fileParallelism: false,
      sequence: { groupOrder },
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // A driver loses a key or a page now and then; what fails twice is ours.
      retry: 1,
    },
  };
}
