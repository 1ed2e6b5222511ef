/** `npm run evaluate -- NAME [ARGUMENT…]`: measurements on pages from outside the project. Each prints its own figures. */
const evaluations: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  cost: () => import('./measure-page.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const evaluation = evaluations[name];
if (!evaluation) throw new Error(`Say which: ${Object.keys(evaluations).join(', ')}`);
await (await evaluation()).run(args);
