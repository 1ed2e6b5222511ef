import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/settings/popup.css';
import { PopupPage } from './PopupPage.tsx';

const root = document.getElementById('app');
if (root) render(<PopupPage />, root);
