import { useState } from 'preact/hooks';
import type { ParametersGiven } from '../address/address.ts';
import { choiceIn } from '../address/parameters.ts';
import { rootPath } from '../address/root-path.ts';
import { Nowhere } from '../states/nowhere.tsx';
import { changedParameters } from './chart-address.ts';
import { ChartAt } from './chart-at.tsx';
import { isChartName } from './names.ts';
import './embedded.css';

/** The chart at an address such as `/embed/trend?parties=CN,RU`, alone, for the frame of another site. `theme=dark` or `light` fixes its colours. */
export function Embedded() {
  const { pathname, searchParams } = new URL(location.href);
  const [changes, setChanges] = useState<ParametersGiven>({});
  const name = pathname.slice(rootPath.length).split('/')[1] ?? '';
  const theme = choiceIn(searchParams, 'theme', ['light', 'dark']);
  if (theme !== null) document.documentElement.dataset.theme = theme;
  if (!isChartName(name)) return <Nowhere />;
  return (
    <ChartAt
      name={name}
      place="embed"
      parameters={changedParameters(searchParams, changes)}
      change={(given) => setChanges((before) => ({ ...before, ...given }))}
    />
  );
}
