import onPage from '../../../components/clippings/on-page.css?inline';
import { Toast } from '../../../components/clippings/Toast.tsx';
import controls from '../../../components/styles/controls.css?inline';
import tokens from '../../../components/styles/tokens.css?inline';
import type { ToastView } from '../../../lib/page/clipping-view.ts';
import type { Scene } from './scene.ts';

const nothing = () => undefined;
const text = 'The delegations met near the river on 19 September and parted without a word.';

function scene(name: string, subject: ToastView['subject']): Scene {
  const view: ToastView = { subject, copied: false, onUndo: nothing, onAgain: nothing, onRetry: nothing, onNote: nothing, onCopy: nothing, onDismiss: nothing, onHold: nothing };
  return {
    name: `toast-${name}`,
    width: 372,
    height: 150,
    body: 'toast',
    css: tokens + controls + onPage + 'body { margin: 0; background: var(--bk-page); }',
    content: <main><Toast view={view} /></main>,
    over: '.bk-toast',
  };
}

export const scenes: Scene[] = [
  scene('saved', { is: 'saved', names: ['SDF', 'Idlib', 'HTS'] }),
  scene('removed', { is: 'removed' }),
  scene('failed', { is: 'failed', reason: 'storage-full', count: 1, text }),
  scene('failed-several', { is: 'failed', reason: 'storage-failed', count: 3, text }),
  scene('gone', { is: 'failed', reason: 'gone', count: 1, text }),
  scene('not-removed', { is: 'not-removed', reason: 'storage-failed', text }),
];
