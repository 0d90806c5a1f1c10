import { createContext } from 'preact';

/** Where a chart is placed: alone on the page, as a part of a view, or in the frame of another site. */
export type Place = 'page' | 'part' | 'embed';

export const PlaceContext = createContext<Place>('page');
