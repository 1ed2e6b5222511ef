import { describe, expect, it } from 'vitest';
import { isDeceptive, readPackFile } from '../../../lib/pack/import.ts';
import type { PackFile } from '../../../lib/pack/schema.ts';
import { makeEntity, manifest, source } from '../../support/pack.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const pack = (changes: Partial<PackFile> = {}): PackFile => ({ format: 1, manifest, sources: { 'post/a': source }, entities: [makeEntity()], ...changes });
const alias = (text: string) => ({ text, lang: 'en' as const, kind: 'name' as const });
const withEntity = (changes: object) => pack({ entities: [makeEntity(changes)] });

it('reads back what it was given', () => {
  expect(readPackFile(bytesOf(pack()))).toEqual({ ok: true, pack: pack() });
});

describe('refuses', () => {
  const withUrl = (url: string) => pack({ sources: { 'post/a': { ...source, url } } });
  it.each<[what: string, file: unknown, reason: string]>([
    ['what is not UTF-8', null, 'not-text'],
    ['half a file', JSON.stringify(pack()).slice(0, -20), 'not-json'],
    ['an empty file', '', 'not-json'],
    ['ten thousand levels', '['.repeat(10_000), 'too-deep'],
    ['a prototype key deep within', JSON.stringify(pack()).replace('"facts":[', '"facts":[{"__proto__":{"x":1}},'), 'forbidden-key'],
    ['a constructor key', '{"constructor":{"prototype":{}}}', 'forbidden-key'],
    ['another format', { ...pack(), format: 2 }, 'not-a-pack'],
    ['a key nobody reads', { ...pack(), script: 'x' }, 'not-a-pack'],
    ['a list', [], 'not-a-pack'],
    ['null', 'null', 'not-a-pack'],
    ['a javascript: link', withUrl('javascript:alert(1)'), 'not-a-pack'],
    ['a data: link', withUrl('data:text/html,<script>alert(1)</script>'), 'not-a-pack'],
    ['an id that every object has', pack({ manifest: { ...manifest, id: 'constructor' } }), 'not-a-pack'],
    ['an entity’s id that every object has', withEntity({ id: 'prototype' }), 'not-a-pack'],
    ['a one-letter name', withEntity({ aliases: [alias('a')] }), 'not-a-pack'],
    ['a name of a megabyte', withEntity({ aliases: [alias('a'.repeat(1_000_000))] }), 'not-a-pack'],
    ['a hundred thousand names', withEntity({ aliases: Array.from({ length: 100_000 }, (_, i) => alias(`name ${i}`)) }), 'not-a-pack'],
    ['an outline with anything but a line', pack({ outlines: { 'river-guard': { viewBox: '0 0 9 9', path: '" onload="alert(1)', points: {} } } }), 'not-a-pack'],
    ['two entities of one id', pack({ entities: [makeEntity(), makeEntity()] }), 'duplicate-id'],
    ['an unknown source', pack({ sources: {} }), 'unknown-source'],
    ['an unknown relation target', withEntity({ relations: [{ type: 'part-of', target: 'nowhere' }] }), 'unknown-entity'],
    ['an unknown relation', withEntity({ relations: [{ type: 'uncle-of', target: 'river-guard' }] }), 'unknown-relation'],
    ['a name that turns the text around', withEntity({ name: 'River \u202eGuard' }), 'deceptive-name'],
  ])('%s', (_, file, reason) => {
    const result = readPackFile(file === null ? new Uint8Array([0xff, 0xfe, 0x00]) : bytesOf(file));
    expect(result).toMatchObject({ ok: false, reason });
    expect(result.ok || result.detail.length <= 200).toBe(true);
  });

  it('leaves no prototype touched', () => {
    readPackFile(bytesOf('{"__proto__":{"polluted":true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

it('takes relations that run in a circle', () => {
  const a = makeEntity({ id: 'a', relations: [{ type: 'part-of', target: 'b' }] });
  const b = makeEntity({ id: 'b', relations: [{ type: 'part-of', target: 'a' }] });
  expect(readPackFile(bytesOf(pack({ entities: [a, b] }))).ok).toBe(true);
});

it.each([
  ['Afrin', false],
  ['عفرين', false],
  ['می‌خواهم', false],
  ['Африн', false],
  ['Hay’at Tahrir al-Sham', false],
  ['МИТ / MIT', false],
  ['Аfrin', true],
  ['Afrin\u200b', true],
  ['Af\u2066rin', true],
  ['Af\nrin', true],
])('the name %j is deceptive: %s', (name, expected) => {
  expect(isDeceptive(name)).toBe(expected);
});

describe('says where in the file', () => {
  const lines = (value: unknown) => JSON.stringify(value, null, 1);
  const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
  const twin = pack({ entities: [makeEntity(), makeEntity({ id: 'lake', name: 'Lake', aliases: [alias('Lake'), alias('x')] })] });

  it('a value is not what it should be, by the entity and the line', () => {
    const text = lines(twin);
    expect(readPackFile(bytesOf(text))).toMatchObject({ reason: 'not-a-pack', line: lineOf(text, '"x"'), detail: expect.stringMatching(/^lake\.aliases\.1\.text: /) });
  });

  it('a key should not be', () => {
    const text = lines({ ...pack(), script: 'x' });
    expect(readPackFile(bytesOf(text))).toMatchObject({ line: lineOf(text, '"script"') });
  });

  it('a prototype key stands', () => {
    const text = lines(pack()).replace('"gloss"', '"__proto__": {},\n"gloss"');
    expect(readPackFile(bytesOf(text))).toMatchObject({ reason: 'forbidden-key', line: lineOf(text, '"__proto__"') });
  });

  it('a relation leads nowhere', () => {
    const text = lines(withEntity({ relations: [{ type: 'part-of', target: 'nowhere' }] }));
    expect(readPackFile(bytesOf(text))).toMatchObject({ reason: 'unknown-entity', line: lineOf(text, '"nowhere"') - 2 });
  });

  it.each([['a comma too many', (text: string) => text.replace('"gloss":', ',"gloss":'), (text: string) => lineOf(text, '"gloss"')], ['an end too soon', (text: string) => text.slice(0, 200), (text: string) => lineOf(`${text.slice(0, 200)}§`, '§')]])(
    'it stops being JSON: %s',
    (_, damage, line) => {
      const text = lines(pack());
      expect(readPackFile(bytesOf(damage(text)))).toMatchObject({ reason: 'not-json', line: line(text) });
    },
  );
});
