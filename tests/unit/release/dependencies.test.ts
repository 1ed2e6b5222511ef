import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });

test.each(all)('%s is pinned exactly', (_, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('the README says why each dependency is there, and of none that is not', () => {
  const readme = read('README.md');
  const section = readme.slice(readme.indexOf('### Dependencies'), readme.indexOf('## Adding an entity'));
  const named = [...section.matchAll(/^- (.*?):/gm)].flatMap(([, names]) => [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(all.map(([name]) => name).sort());
});
