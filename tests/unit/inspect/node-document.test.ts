import { expect, test } from 'vitest';
import { decodePage, nodeDocument } from '../../support/node-document.ts';

test.each([
  ['closes what browsers close', '<!doctype html><p>one<p>two<table><tr><td>x', '<html><head></head><body><p>one</p><p>two</p><table><tbody><tr><td>x</td></tr></tbody></table></body></html>'],
  ['leaves a table in its paragraph where the page is in quirks mode', '<p>one<table><tr><td>x', '<html><head></head><body><p>one<table><tbody><tr><td>x</td></tr></tbody></table></p></body></html>'],
  ['moves stray text out of tables', '<table>stray<tr><td>x</table>', '<html><head></head><body>stray<table><tbody><tr><td>x</td></tr></tbody></table></body></html>'],
  ['mends crossed tags', '<b>1<i>2</b>3</i>', '<html><head></head><body><b>1<i>2</i></b><i>3</i></body></html>'],
  ['leaves out what a template holds', '<template><p>not here</p></template><p>here', '<html><head><template></template></head><body><p>here</p></body></html>'],
])('%s', (_, html, tree) => {
  expect(nodeDocument(html).documentElement.outerHTML).toBe(tree);
});

test('attaches open declarative shadow roots, not closed ones', () => {
  const document = nodeDocument('<div id="a"><template shadowrootmode="open"><p>open</p></template></div><div id="b"><template shadowrootmode="closed"><p>closed</p></template></div>');
  expect(document.getElementById('a')?.shadowRoot?.querySelector('p')?.textContent).toBe('open');
  expect(document.getElementById('b')?.shadowRoot ?? null).toBeNull();
});

test('takes pages nested deeper than calls can nest', () => {
  expect(nodeDocument('<div>'.repeat(30_000)).querySelectorAll('div').length).toBe(30_000);
});

test.each([
  ['UTF-8 undeclared', Buffer.from('<p>Ümit'), '<p>Ümit'],
  ['UTF-8 declared as Latin by whoever saved it', Buffer.from('<meta charset="iso-8859-1"><p>Ümit'), '<meta charset="iso-8859-1"><p>Ümit'],
  ['the charset it declares', Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), Buffer.from([0xd1, 0xe8, 0xf0, 0xe8, 0xff])]), '<meta charset="windows-1251"><p>Сирия'],
  ['a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p>Ümit', 'utf16le')]), '<p>Ümit'],
  ['a charset nobody knows', Buffer.concat([Buffer.from('<meta charset="none"><p>'), Buffer.from([0xd1])]), '<meta charset="none"><p>\ufffd'],
])('decodes by %s', (_, bytes, text) => {
  expect(decodePage(bytes)).toBe(text);
});
