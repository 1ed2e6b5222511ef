import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One classic script of a module and all it imports, to be run in a page. `define` replaces expressions. */
export async function bundle(entry: URL, define: Record<string, string> = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define,
    build: { write: false, minify: true, target: 'es2023', lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'bundled' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
