import { Component } from 'preact';
import type { Party } from '../pair.ts';

interface Props {
  readonly parties: readonly Party[];
  /** Interval of the named rows or columns, so that names do not overlap. */
  readonly step: number;
  readonly isNarrow: boolean;
}

/** The names of rows or columns, in position. Rendered again only when they change, because there may be hundreds and the pointer moves often. */
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
