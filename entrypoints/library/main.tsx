import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/clippings/clipping.css';
import '../../components/clippings/library.css';
import '../../components/clippings/dossier.css';
import { LibraryPage } from './LibraryPage.tsx';

const root = document.getElementById('app');
if (root) render(<LibraryPage />, root);
