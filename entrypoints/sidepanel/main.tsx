import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/clippings/clipping.css';
import '../../components/brief/brief.css';
import { BriefPage } from './BriefPage.tsx';

const root = document.getElementById('app');
if (root) render(<BriefPage />, root);
