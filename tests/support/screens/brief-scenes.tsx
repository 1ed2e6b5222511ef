import { Brief } from '../../../components/brief/Brief.tsx';
import brief from '../../../components/brief/brief.css?inline';
import clipping from '../../../components/clippings/clipping.css?inline';
import page from '../../../components/shared/page.css?inline';
import type { PageState } from '../../../lib/extension/page-state.ts';
import { aPageModel } from '../page-model.ts';
import { clippingShelf } from '../clipping-shelf.ts';
import type { Scene } from './scene.ts';

const nothing = () => undefined;
const actions = { jump: nothing, jumpToClipping: nothing, setDay: nothing, edit: () => Promise.resolve('done' as const), copy: nothing, library: nothing, options: nothing, annotate: nothing };
const place = { site: 'themeridian.example', page: 'https://themeridian.example/idlib-talks' };
const on: PageState = { is: 'on', ...place, model: aPageModel(), ruled: false };

function briefScene(name: string, state: PageState, change: { width?: number; then?: Scene['then'] } = {}): Scene {
  return {
    name: `brief-${name}`,
    width: change.width ?? 400,
    height: 700,
    body: 'sidepanel',
    css: page + clipping + brief,
    content: (
      <Brief state={state} title="A page" clippings={clippingShelf.slice(4)} copied={null} since="closed" actions={actions} />
    ),
    ...(change.then && { then: change.then }),
  };
}

export const scenes: Scene[] = [
  briefScene('on', on),
  briefScene('narrow', on, { width: 320 }),
  briefScene('open', on, {
    then: (root) => {
      root.querySelector<HTMLElement>('.name .btn')?.click();
      root.querySelector<HTMLElement>('.when2 .btn')?.click();
    },
  }),
  briefScene('quiet', { is: 'quiet', ...place, news: null, ruled: false }),
  briefScene('closed', { is: 'closed', ...place }),
  briefScene('undated', { ...on, model: aPageModel({ asOf: { day: null, basis: 'none' }, clippings: [] }) }),
];
