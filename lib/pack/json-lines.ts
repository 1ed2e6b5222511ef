import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { limits } from '../limits.ts';
import { forbiddenKeys, jsonDepth } from './json-guard.ts';

export type JsonPath = readonly (string | number)[];

/** JSON text read with its lines: where each value stands, 1-based. */
export interface JsonLines {
  value: unknown;
  /** Line of the value at the path, of the nearest value around it where the path does not exist. */
  lineOf(path: JsonPath): number;
}

export interface LineProblem {
  line: number;
  message: string;
}

/** Reads strict JSON. Refuses syntax errors, repeated or prototype keys, and nesting deeper than `limits.jsonDepth`. */
export function readJsonLines(text: string): { ok: true; json: JsonLines } | { ok: false; problems: LineProblem[] } {
  const lineAt = lineCounter(text);
  if (jsonDepth(text) > limits.jsonDepth) {
    return { ok: false, problems: [{ line: 1, message: `nested deeper than ${limits.jsonDepth} levels` }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || !root) {
    const problems = errors.map((error) => ({ line: lineAt(error.offset), message: `not JSON: ${printParseErrorCode(error.error)}` }));
    return { ok: false, problems: problems.length > 0 ? problems.slice(0, 1) : [{ line: 1, message: 'not JSON: empty' }] };
  }
  const problems = keyProblems(root).map(({ offset, message }) => ({ line: lineAt(offset), message }));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, json: { value: getNodeValue(root), lineOf: (path) => lineAt(nodeAt(root, path).offset) } };
}

function keyProblems(node: Node): { offset: number; message: string }[] {
  const problems: { offset: number; message: string }[] = [];
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = String(property.children?.[0]?.value);
      if (forbiddenKeys.has(key)) problems.push({ offset: property.offset, message: `the key "${key}" is not allowed` });
      else if (seen.has(key)) problems.push({ offset: property.offset, message: `the key "${key}" stands twice` });
      seen.add(key);
    }
  }
  return [...problems, ...(node.children ?? []).flatMap(keyProblems)];
}

/** The node at the path; a property counts from its key, so that a missing or wrong value is found by its name. */
function nodeAt(root: Node, path: JsonPath): Node {
  let node = root;
  let found = root;
  for (const step of path) {
    const children: Node[] = node.children ?? [];
    if (typeof step === 'number') {
      const item = node.type === 'array' ? children[step] : undefined;
      if (!item) return found;
      node = found = item;
    } else {
      const property = children.find((child) => child.type === 'property' && child.children?.[0]?.value === step);
      const value = property?.children?.[1];
      if (!property || !value) return found;
      found = property;
      node = value;
    }
  }
  return found;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
