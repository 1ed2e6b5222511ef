import type { TestProject } from 'vitest/node';
import { buildGranted, type BrowserName } from './build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser to drive. */
    browser: BrowserName;
    /** Folder of the extension, built for it. */
    extension: string;
  }
}

/** Before the end-to-end tests: what they drive is always built from the sources as they are. */
export function setup(project: TestProject): void {
  project.provide('extension', buildGranted(project.name === 'e2e-firefox' ? 'firefox' : 'chromium'));
}
