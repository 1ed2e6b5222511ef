import { z } from 'zod';

// The extension's policy forbids eval. Zod tries it when the first schema is made, so it is told before: each try would be
// reported as a violation, in every page and at every start of the worker.
z.config({ jitless: true });

export { z };
