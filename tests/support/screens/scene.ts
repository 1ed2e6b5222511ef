import { h, render, type ComponentChild } from 'preact';
import { WordsProvider } from '../../../components/shared/words.ts';
import { english, wordsIn } from '../words.ts';

/** One surface in one state, drawn from fixtures: for pictures, and for tests of what holds in every state. */
export interface Scene {
  name: string;
  /** CSS pixels; the height of pictures is that of the content, at least this. */
  width: number;
  height: number;
  /** Class of the page's body. */
  body: string;
  css: string;
  content: ComponentChild;
  /** Carried out once it is drawn: a disclosure opened, a field filled. */
  then?: (root: HTMLElement) => void;
  /** Selector of what alone is judged: an open menu, which puts what it lies over out of reach, or what stands on pages of others. */
  over?: string;
}

/** Right to left is Arabic, left to right English. */
export interface SceneLook {
  theme: 'light' | 'dark';
  dir: 'ltr' | 'rtl';
}

/** Draws a scene into the document, taking the place of what was there; ends with what `then` did drawn too. */
export async function drawScene(scene: Scene, look: SceneLook): Promise<HTMLElement> {
  const words = look.dir === 'rtl' ? await wordsIn('ar') : english;
  const root = document.documentElement;
  root.dataset['theme'] = look.theme;
  root.dir = look.dir;
  root.lang = words.lang;
  document.title = scene.name;
  document.body.className = scene.body;
  const stage = fresh('scene-stage', 'div');
  fresh('scene-style', 'style').textContent = scene.css;
  render(h(WordsProvider, { value: words }, scene.content), stage);
  await settled();
  scene.then?.(stage);
  await settled();
  return stage;
}

function fresh(id: string, tag: 'div' | 'style'): HTMLElement {
  const old = document.getElementById(id);
  if (old && tag === 'div') render(null, old);
  old?.remove();
  const element = document.createElement(tag);
  element.id = id;
  document.body.append(element);
  return element;
}

function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
}
