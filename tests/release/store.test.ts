import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, type Sentences } from '../../lib/settings/languages.ts';
import { pngSize } from '../support/png-size.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe.each(languages)('the listing in %s', (language) => {
  const [name, summary, ...description] = read(`.github/store/listing/${language}.txt`).trimEnd().split('\n\n');
  const sentences = JSON.parse(read(`public/_locales/${language}/messages.json`)) as Sentences;

  test('has the extension’s own name and summary, which the browser shows too', () => {
    expect([name, summary]).toEqual([sentences['extName']?.message, sentences['extDescription']?.message]);
  });

  // Chrome: name 75, summary 132, description 16,000 characters; Firefox: name 50, summary 250, description 15,000.
  test('keeps within what both stores take', () => {
    expect(name!.length).toBeLessThanOrEqual(50);
    expect(summary!.length).toBeLessThanOrEqual(132);
    expect(description.join('\n\n').length).toBeGreaterThan(500);
    expect(description.join('\n\n').length).toBeLessThanOrEqual(15_000);
  });
});

test('there is a listing for each language of the interface, and no other', () => {
  expect(readdirSync(new URL('.github/store/listing', root)).sort()).toEqual(languages.map((language) => `${language}.txt`).sort());
});

describe('the pictures', () => {
  const folder = new URL('.github/store/pictures/', root);
  const sizes = readdirSync(folder).map((file) => [file, ...pngSize(readFileSync(new URL(file, folder)))]);

  test('are the tile and up to five screenshots, of exactly the sizes the stores want', () => {
    const screenshots = sizes.filter(([file]) => file !== 'tile.png');
    expect(sizes).toContainEqual(['tile.png', 440, 280]);
    expect(screenshots.length).toBeGreaterThan(0);
    expect(screenshots.length).toBeLessThanOrEqual(5);
    for (const [, ...size] of screenshots) expect(size).toEqual([1280, 800]);
  });
});

describe('the version', () => {
  test('heads the changelog', () => {
    expect(/^## (\S+)/m.exec(read('.github/store/CHANGELOG.md'))?.[1]).toBe(version);
  });

  test('is that of the lockfile', () => {
    const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: Record<string, { version: string }> };
    expect([lock.version, lock.packages['']?.version]).toEqual([version, version]);
  });
});
