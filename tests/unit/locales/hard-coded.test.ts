import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import english from '../../../public/_locales/en/messages.json';

const root = new URL('../../../', import.meta.url);
const sources = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', { cwd: root }).map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** Attributes whose text is read, aloud or as a hint. */
const readOut = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'alt', 'placeholder', 'label']);

/** Words a person would read that stand in the source itself. */
function wordsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const keep = (node: ts.Node, words: string) => {
    if (/\p{L}{2,}/u.test(words)) found.push(`${path}: ${words.trim()} (${node.pos})`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent) && ts.isStringLiteralLike(node.expression)) keep(node, node.expression.text);
    if (ts.isJsxAttribute(node) && readOut.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value)) keep(node, value.text);
      if (value && ts.isTemplateExpression(value)) keep(node, [value.head, ...value.templateSpans.map((span) => span.literal)].map((part) => part.text).join(' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test('no sentence stands in a component', () => {
  const screens = sources.filter(({ path }) => path.endsWith('.tsx'));
  expect(screens.length).toBeGreaterThan(50);
  expect(screens.flatMap(({ path, text }) => wordsIn(path, text))).toEqual([]);
});

test('the search finds a sentence where there is one', () => {
  expect(wordsIn('a.tsx', '<p title={`Close ${x}`}>Hello <b aria-label="Good day" class="quiet">{"there"}</b>·</p>').map((found) => found.replace(/ \(\d+\)$/, ''))).toEqual([
    'a.tsx: Close',
    'a.tsx: Hello',
    'a.tsx: Good day',
    'a.tsx: there',
  ]);
});

test('every sentence is used', () => {
  const manifest = readFileSync(new URL('wxt.config.ts', root), 'utf8');
  const all = sources.map(({ text }) => text).join('\n') + manifest;
  const isUsed = (name: string) => [name, name.replace(/(One|Other)$/, '')].some((one) => all.includes(`'${one}'`)) || all.includes(`__MSG_${name}__`);
  expect(Object.keys(english).filter((name) => !isUsed(name))).toEqual([]);
});
