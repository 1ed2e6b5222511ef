import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';

const pages = new URL('../pages/', import.meta.url);
const types: Record<string, string> = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', js: 'text/javascript', css: 'text/css' };

export interface Server {
  /** Address of a page; `host` may be any name that the driven browser resolves to this machine (`*.example`). */
  url(path: string, host?: string): string;
  /** Serves `body` at `path` from now on, with the content type of its extension. */
  put(path: string, body: string | Buffer): void;
  close(): Promise<void>;
}

/** Serves `tests/pages`, and whatever is put over it, on a free port of 127.0.0.1. */
export async function startServer(): Promise<Server> {
  const own = new Map<string, string | Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    void bodyOf(path, own).then((body) => {
      response.writeHead(body === null ? 404 : 200, { 'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8' });
      response.end(body ?? 'Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}/${path}`,
    put: (path, body) => void own.set(path, body),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(path: string, own: ReadonlyMap<string, string | Buffer>): Promise<string | Buffer | null> {
  const put = own.get(path);
  if (put !== undefined) return put;
  if (path.split('/').includes('..')) return null;
  return readFile(new URL(path, pages)).catch(() => null);
}
