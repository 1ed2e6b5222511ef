import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { bundle } from '../bundle.ts';
import type { Server } from '../server.ts';
import { ReactPage } from './react-story.ts';
import { VueStory } from './vue-story.ts';

export type Framework = 'react' | 'vue';

const head = JSON.stringify({ '@type': 'NewsArticle', headline: 'A story', datePublished: '2022-09-23' });

/** Serves the story as the framework renders it on a server, with its client script in the build that complains; returns the address. */
export async function serveStory(server: Server, framework: Framework): Promise<string> {
  const client = `${framework}-client.js`;
  server.put(client, await bundle(new URL(client.replace('.js', '.ts'), import.meta.url), { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' }));
  server.put(`${framework}.html`, `<!DOCTYPE html>${await markup[framework](client)}`);
  return server.url(`${framework}.html`);
}

const markup: Record<Framework, (client: string) => string | Promise<string>> = {
  react: (client) => renderReact(createElement(ReactPage, { head, client })),
  vue: async (client) =>
    `<html lang="en"><head><title>A story</title><link rel="icon" href="data:,"><script type="application/ld+json">${head}</script></head><body><div id="app">${await renderVue(createSSRApp(VueStory))}</div><script src="${client}"></script></body></html>`,
};
