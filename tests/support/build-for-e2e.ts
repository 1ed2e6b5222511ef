import type { TestProject } from 'vitest/node';
import { buildExtension, type BrowserName } from './build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser to drive. */
    browser: BrowserName;
    /** Folder of the extension, built for it. */
    extension: string;
  }
}

/** Before the end-to-end tests: what they drive is always built from the sources as they are, and `headed` presses the browser's prompts itself. */
export function setup(project: TestProject): void {
  project.provide('extension', buildExtension(project.name === 'e2e-firefox' ? 'firefox' : 'chromium', project.name !== 'headed'));
}
