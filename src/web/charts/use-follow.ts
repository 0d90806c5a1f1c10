import { useContext } from 'preact/hooks';
import { navigate } from '../address/navigate.ts';
import { PlaceContext } from './place.ts';

/** How a chart follows what is not a link, such as a country on a map: on the page, or from the frame of another site in a window of its own. */
export function useFollow(): (href: string) => void {
  const place = useContext(PlaceContext);
  return place === 'embed' ? (href) => void open(href, '_blank', 'noopener') : (href) => followOnPage(href);
}

function followOnPage(href: string): void {
  navigate(href);
  scrollTo(0, 0);
}
