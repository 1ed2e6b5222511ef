import { render } from 'preact';
import '../../components/shared/page.css';
import '../../components/settings/own-name.css';
import { OwnNamePage } from './OwnNamePage.tsx';

const root = document.getElementById('app');
if (root) render(<OwnNamePage />, root);
