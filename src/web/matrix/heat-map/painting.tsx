import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Measure } from '../../generated/graphql.ts';
import { paintMatrix } from '../colour/paint-matrix.ts';
import type { Scheme } from '../colour/scale.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';

interface Props {
  readonly matrix: OrderedMatrix;
  readonly measure: Measure;
  readonly scheme: Scheme;
}

/** A matrix painted in one colour scheme; there is one painting for each, so that printing is never dark. */
export function Painting({ matrix, measure, scheme }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) paintMatrix(canvas.current, matrix, measure, scheme);
  }, [matrix, measure, scheme]);
  return <canvas ref={canvas} class={`painting only-${scheme}`} />;
}
