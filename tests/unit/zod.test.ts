import { expect, test, vi } from 'vitest';

const schemas = import.meta.glob('../../lib/{clip,messages,pack,settings}/schema.ts');

test('no schema tries to make code from text, which the extension’s policy would report as a violation', async () => {
  const made = vi.fn();
  vi.stubGlobal('Function', new Proxy(Function, { construct: (target, text) => (made(), new target(...(text as string[]))) }));
  try {
    for (const load of Object.values(schemas)) await load();
  } finally {
    vi.unstubAllGlobals();
  }
  expect(Object.keys(schemas)).toHaveLength(4);
  expect(made).not.toHaveBeenCalled();
});
