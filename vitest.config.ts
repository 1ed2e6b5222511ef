import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumFlags, findChromium } from './tests/support/chromium.mjs';

/** `unit`: pure code in Node. `dom`: the system's Chromium. `e2e`: the built extension in Chromium, one file at a time (two cores); `e2e-firefox`: the same in Firefox. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        plugins: [preact({ devToolsEnabled: false })],
        // Found out on the way they would make Vite reload a running test.
        optimizeDeps: { include: ['axe-core', 'dexie', 'diff', 'preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'zod'] },
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      endToEnd('e2e', 'chromium'),
      endToEnd('e2e-firefox', 'firefox'),
    ],
  },
});

/** One suite, two browsers. */
function endToEnd(name: string, browser: 'chromium' | 'firefox'): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      provide: { browser },
      include: ['tests/e2e/**/*.test.ts'],
      environment: 'node',
      globalSetup: 'tests/support/build-for-e2e.ts',
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}
