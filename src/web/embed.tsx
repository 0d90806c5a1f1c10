import './style/tokens.css';
import './style/base.css';
import { render } from 'preact';
import { Embedded } from './charts/embedded.tsx';

// The page itself does not let itself be shown in a frame, so its links open windows of their own.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '') return;
  link.target = '_blank';
  link.rel = 'noopener';
});

const root = document.getElementById('embedded');
if (root !== null) render(<Embedded />, root);
