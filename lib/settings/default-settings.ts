import { limits } from '../limits.ts';
import type { Settings } from './schema.ts';

/** What holds until the reader chooses. Apart from the schema, so that page scripts need no zod. */
export const defaultSettings: Settings = {
  version: 1,
  everywhere: true,
  sites: {},
  pages: {},
  kinds: { person: true, group: true, place: true, operation: true, agreement: true, state: true, concept: true },
  density: 'block',
  common: false,
  dwellMs: limits.dwellMs,
  underline: 'line',
  theme: 'auto',
  language: 'auto',
  since: 'closed',
  muted: [],
  packsOff: [],
};
