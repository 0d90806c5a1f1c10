import { Component } from 'preact';
import type { Party } from '../pair.ts';

interface Props {
  readonly parties: readonly Party[];
  /** Every how manieth is named, so that names do not lie on each other. */
  readonly step: number;
  readonly isNarrow: boolean;
}

/** The names of rows or columns, in their places. Made anew only for others, for there may be hundreds and the pointer moves often. */
export class Labels extends Component<Props> {
  override shouldComponentUpdate({ parties, step, isNarrow }: Props): boolean {
    return parties !== this.props.parties || step !== this.props.step || isNarrow !== this.props.isNarrow;
  }

  override render({ parties, step, isNarrow }: Props) {
    return parties.map(({ key, name }, index) =>
      index % step === 0 ? (
        <span key={key} style={{ '--at': index }}>
          {isNarrow ? key : name}
        </span>
      ) : null,
    );
  }
}
