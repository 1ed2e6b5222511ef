import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Logged {
  method: string;
  url: string;
  /** The Origin header; empty where there is none. */
  origin: string;
}

export interface LoggingProxy {
  port: number;
  /** All requests seen, in order; of an encrypted one only `https://host:port/` is known. */
  requests(): Logged[];
  close(): Promise<void>;
}

/** An HTTP proxy on 127.0.0.1 that notes every request and passes none on: `answer` gives the page of an address, null is 404. */
export async function startLoggingProxy(answer: (url: URL) => string | null): Promise<LoggingProxy> {
  const requests: Logged[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://direct.invalid');
    requests.push({ method: request.method ?? '', url: url.href, origin: request.headers.origin ?? '' });
    const page = answer(url);
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  server.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', url: `https://${request.url}/`, origin: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests: () => [...requests],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
