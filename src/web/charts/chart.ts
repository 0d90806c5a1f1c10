import type { ComponentType } from 'preact';
import type { ParametersGiven } from '../address/address.ts';

/** What a chart shows, in the parameters of its address, and how it asks for something else. */
export interface ChartProps {
  readonly parameters: URLSearchParams;
  /** Sets parameters, or leaves out those that are null. */
  readonly change: ChangeParameters;
}

export type ChangeParameters = (given: ParametersGiven, how?: 'push' | 'replace') => void;

/** A chart renders a ChartFrame. Where it is placed, alone, in a view or in another site's frame, it need not know. */
export type Chart = ComponentType<ChartProps>;
