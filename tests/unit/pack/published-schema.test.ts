import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../../packs/json-schema.ts';

it.each(Object.entries(jsonSchemas()))('%s is published as the code has it', (name, text) => {
  expect(readFileSync(new URL(`../../../packs/schema/${name}`, import.meta.url), 'utf8')).toBe(text);
});
