import { afterAll, beforeAll, inject } from 'vitest';
import type { Driven } from './browser.ts';
import { launch } from './launch.ts';
import { startServer, type Server } from './server.ts';

export interface Session {
  driven: Driven;
  server: Server;
}

/** A browser with a newly installed Backgrounder and a server of pages, for the tests of one file. */
export function useSession(): Session {
  const session = {} as Session;
  beforeAll(async () => {
    session.server = await startServer();
    session.driven = await launch(inject('browser'), { extension: inject('extension') });
  });
  afterAll(async () => {
    await session.driven?.close();
    await session.server?.close();
  });
  return session;
}
