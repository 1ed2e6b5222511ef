import type { Page } from 'puppeteer-core';
import { waitForPaint } from './reader.ts';
import type { Session } from './session.ts';

/** An article that names what the pack knows, with `head` and `body` of an attacker's. */
export function articleWith({ head = '', body = '' }: { head?: string; body?: string }): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fighters leave Idlib</title><meta property="og:type" content="article">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fighters leave Idlib","datePublished":"2022-09-23"}</script>${head}</head>
<body style="font: 18px/1.6 serif; margin: 80px"><article><h1>Fighters leave</h1>
<p id="prose">Fighters of Hayat Tahrir al-Sham left Idlib for Afrin, where the Syrian National Army waited for them behind the groves.</p>
<p>Nobody in Aleppo could say why, or for how long they would stay. The talks went on in the town for most of the week.</p></article>${body}</body></html>`;
}

/** Opens such an article; `underlined` waits for its names. */
export async function openAttack({ driven, server }: Session, parts: { head?: string; body?: string }, underlined = true): Promise<Page> {
  server.put('attack.html', articleWith(parts));
  const page = await driven.open(server.url('attack.html', 'attacker.example'));
  if (underlined) await waitForPaint(page);
  return page;
}
