import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/clippings/clipping.css';
import '../../components/clippings/note.css';
import { NotePage } from './NotePage.tsx';

const root = document.getElementById('app');
if (root) render(<NotePage />, root);
