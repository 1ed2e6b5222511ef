import { browser, type Browser } from 'wxt/browser';
import { isSameSite } from '../article/address.ts';
import { extensionRequestSchema, requestSchema, type Reason, type Reply, type Request, type RequestOf } from '../messages/schema.ts';
import { reportError } from '../report-error.ts';

export type Sender = Browser.runtime.MessageSender;
export type Handlers = { [T in Request['type']]: (request: RequestOf<T>, sender: Sender) => Promise<Reply<T>> };

/**
 * Answers one message. Who may ask what: our content scripts in a tab's top frame the page requests, our own pages
 * everything; anyone else gets no reply. A page speaks of its own site only, so that one whose process was taken over
 * is given no excerpt taken elsewhere, and forges none. What it could do: ask how many excerpts in the library name an
 * entity, as every card tells (names found by scanning would be no limit: it may have any text scanned), and remove,
 * bring back or call changed an excerpt whose id it knows, 122 random bits told to pages of the excerpt's own site alone.
 * A malformed request is refused with a reason, and nothing of it is carried out.
 */
export async function route(handlers: Handlers, message: unknown, sender: Sender): Promise<Reply<Request['type']>> {
  const request = parse(message, sender);
  if (!request.ok) return request;
  try {
    const handle = handlers[request.value.type] as (request: Request, sender: Sender) => Promise<Reply<Request['type']>>;
    return await handle(request.value, sender);
  } catch (error) {
    reportError(request.value.type, error);
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Whether the message is from this extension at all; others are not answered. */
export function isOurs(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}

function parse(message: unknown, sender: Sender): { ok: true; value: Request } | { ok: false; reason: Reason } {
  const page = requestSchema.safeParse(message);
  if (page.success) {
    const allowed = isExtensionPage(sender) || (isTopFrame(sender) && addressesIn(page.data).every((url) => isSameSite(url, sender.url ?? '')));
    return allowed ? { ok: true, value: page.data } : { ok: false, reason: 'refused' };
  }
  const own = extensionRequestSchema.safeParse(message);
  if (own.success) return isExtensionPage(sender) ? { ok: true, value: own.data } : { ok: false, reason: 'refused' };
  reportError('message', page.error);
  return { ok: false, reason: 'bad-request' };
}

/** The pages a request speaks of. */
function addressesIn(request: Request): string[] {
  if (request.type === 'clippings-of-page') return [request.url, request.barUrl];
  if (request.type === 'save-clipping') return [request.draft.page.url, request.draft.page.barUrl];
  // A page may declare an address elsewhere, as a reprint does: it is weighed where it is used.
  if (request.type === 'read-article') return [request.facts.url];
  return request.type === 'page-seen' ? [request.url] : [];
}

function isTopFrame(sender: Sender): boolean {
  return sender.tab !== undefined && sender.frameId === 0;
}

function isExtensionPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/' as never)) ?? false;
}

/** Storage errors have names a reader can be told about; the rest is `failed`. */
function reasonOf(error: unknown): Reason {
  const names = error instanceof Error ? [error.name, (error as { inner?: Error }).inner?.name] : [];
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.some((name) => name?.match(/^(OpenFailed|DatabaseClosed|Abort|Unknown|InvalidState|Data)Error$/))) return 'storage-failed';
  return 'failed';
}
