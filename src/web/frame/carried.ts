import { type Address, writeAddress } from '../address/address.ts';
import { listIn } from '../address/parameters.ts';
import { readScope, scopeParameters } from '../scope/asked-scope.ts';

/** The links of the header that carry along what was chosen. */
export interface Carried {
  readonly compare: string;
  readonly matrix: string;
  readonly charts: string;
}

let parties: readonly string[] | null = null;
let scope: ReturnType<typeof scopeParameters> = {};

/**
 * Where the header leads from an address: to the comparison of the parties that were chosen last, in the scope that was chosen last, whichever view is
 * shown in between; to the matrix and the charts in the same scope.
 */
export function carriedFrom({ view, parameters }: Address): Carried {
  if (view === 'compare' || view === 'matrix' || view === 'chart') {
    const asked = listIn(parameters, 'parties');
    if (view === 'compare' || (view === 'matrix' && asked !== null && asked.length > 0)) parties = asked;
    scope = scopeParameters(readScope(parameters));
  }
  return {
    compare: writeAddress('/compare', parties === null ? {} : { parties, ...scope }),
    matrix: writeAddress('/matrix', scope),
    charts: writeAddress('/chart/world', scope),
  };
}
