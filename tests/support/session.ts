import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium, type Driven } from './browser.ts';
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
    session.driven = await launchChromium({ extension: inject('extension') });
  });
  afterAll(async () => {
    await session.driven?.close();
    await session.server?.close();
  });
  return session;
}
