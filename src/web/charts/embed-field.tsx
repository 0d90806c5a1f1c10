import type { ParametersGiven } from '../address/address.ts';
import { CopyField } from '../take-away/copy-field.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { embedAddress } from './chart-address.ts';
import { embedCode } from './embed-code.ts';
import type { ChartName } from './names.ts';

interface Props {
  readonly name: ChartName;
  /** The parameters that show the same again. */
  readonly given: ParametersGiven;
  readonly title: string;
}

/** The code by which other sites show a chart in a frame. */
export const EmbedField = ({ name, given, title }: Props) => (
  <CopyField
    label={chartTexts.embed}
    hint={chartTexts.embedHow}
    text={embedCode(new URL(embedAddress(name, given), location.href).href, title)}
  />
);
