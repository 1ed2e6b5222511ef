import type { TestProject } from 'vitest/node';
import { buildGranted } from './build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built extension. */
    extension: string;
  }
}

/** Before the end-to-end tests: what they drive is always built from the sources as they are. */
export function setup(project: TestProject): void {
  project.provide('extension', buildGranted('chromium'));
}
