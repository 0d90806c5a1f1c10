import { type ParametersGiven, writeAddress } from '../address/address.ts';
import { type ChartName, isOfView } from './names.ts';

/** The address of a chart on the page, without parameters that are null. */
export const chartAddress = (name: ChartName, given: ParametersGiven): string =>
  writeAddress(isOfView(name) ? `/${name}` : `/chart/${name}`, given);

/** The address at which other sites show a chart in a frame. */
export const embedAddress = (name: ChartName, given: ParametersGiven): string => writeAddress(`/embed/${name}`, given);

/** Parameters with some of them set, or left out where null. */
export function changedParameters(parameters: URLSearchParams, given: ParametersGiven): URLSearchParams {
  const changed = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined) changed.delete(name);
    else changed.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return changed;
}
