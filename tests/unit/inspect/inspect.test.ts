import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../support/inspect.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../pages/sample-article.html', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function inspect(args: string[], input = ''): { rows: Record<string, unknown>[]; status: number | null; stderr: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--experimental-strip-types', script, ...args], { input, encoding: 'utf8' });
  return { rows: stdout.split('\n').filter((line) => line).map((line) => JSON.parse(line) as Record<string, unknown>), status, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('says what it sees on the sample article, one JSON object a line', () => {
  const { rows, status } = inspect([sample]);
  expect(status).toBe(0);
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0] ?? {})).toEqual(['file', 'url', 'news', 'article', 'chars', 'mentions', 'ms']);
  expect(rows[0]).toMatchObject({ file: sample, news: { is: true }, article: { published: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), lang: 'en' } });
  expect((rows[0]?.['mentions'] as unknown[]).length).toBeGreaterThan(5);
});

test('offsets count in the text that --text adds', () => {
  const { rows } = inspect(['--text', sample]);
  const { text, chars, mentions } = rows[0] as { text: string; chars: number; mentions: { text: string; start: number; end: number }[] };
  expect(text.length).toBe(chars);
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
});

test('reads HTML, gzip and text alike, from files and from standard input', () => {
  const html = '<title>Fire near Idlib</title><h1>Fire near Idlib</h1><p>Hayat Tahrir al-Sham fired back near Idlib, residents said on Friday evening.</p>';
  const text = 'Fire near Idlib\n\nHayat Tahrir al-Sham fired back near\nIdlib, residents said on Friday evening.';
  const { rows } = inspect([file('a.html', html), file('a.html.gz', gzipSync(html)), file('a.txt', text), '-'], text);
  const found = rows.map((row) => (row['mentions'] as { entity: string }[]).map(({ entity }) => entity));
  expect(found[0]).toContain('hayat-tahrir-al-sham');
  expect(found).toEqual([found[0], found[0], found[0], found[0]]);
  expect(rows.map((row) => (row['article'] as { title: string }).title)).toEqual(Array(4).fill('Fire near Idlib'));
});

test('takes day and address from the caller', () => {
  const { rows } = inspect(['--date', '2019-05-06', '--url', 'https://www.paper.example/story?utm_source=x', file('b.html', '<p>Fire near Idlib')]);
  expect(rows[0]).toMatchObject({ url: 'https://www.paper.example/story?utm_source=x', article: { published: '2019-05-06', publishedFrom: 'given', site: 'paper.example' } });
});

test("takes the page's own address where none is given", () => {
  const { rows } = inspect([file('c.html', '<link rel="canonical" href="https://paper.example/story">'), file('d.html', '<p>no address')]);
  expect(rows.map((row) => row['url'])).toEqual(['https://paper.example/story', null]);
});

test('a file that cannot be read is an error line, and the others are read', () => {
  const { rows, status } = inspect([join(folder, 'missing.html'), file('broken.html.gz', Buffer.from([0x1f, 0x8b, 0, 1])), file('e.html', '<p>Fire'), file('empty.html', '')]);
  expect(rows.map((row) => 'error' in row)).toEqual([true, true, false, false]);
  expect(status).toBe(1);
});

test.each([[['--date', '2019-02-30', 'x.html'], /no day/], [['--url', 'here', 'x.html'], /no address/], [['--nonsense', 'x.html'], /nonsense/]])('refuses %j', (args, message) => {
  const { rows, status, stderr } = inspect(args);
  expect(rows).toEqual([]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});
