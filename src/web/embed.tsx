import './style/tokens.css';
import './style/base.css';
import { render } from 'preact';
import { Embedded } from './charts/embedded.tsx';

const root = document.getElementById('embedded');
if (root !== null) render(<Embedded />, root);
