import { expect, test } from 'vitest';
import { originsOf, siteOfOrigin } from '../../../lib/extension/origins.ts';

test.each([
  ['https://www.example.org/a', ['http://*.example.org/*', 'https://*.example.org/*']],
  ['http://127.0.0.1:8080/a', ['http://127.0.0.1/*', 'https://127.0.0.1/*']],
  ['http://localhost/a', ['http://localhost/*', 'https://localhost/*']],
  ['file:///etc/passwd', []],
  ['chrome://settings', []],
])('grants for %s are %j', (url, origins) => {
  expect(originsOf(url)).toEqual(origins);
});

test.each([
  ['https://*.example.org/*', 'example.org'],
  ['http://localhost/*', 'localhost'],
  ['https://*/*', null],
  ['*://*/*', null],
])('the pattern %s is for the site %s', (origin, site) => {
  expect(siteOfOrigin(origin)).toBe(site);
});
