import { useEffect, useState } from 'preact/hooks';
import type { Address } from './address.ts';
import { onAddress } from './navigate.ts';
import { presentAddress } from './present-address.ts';

/** The address that is shown. */
export function useAddress(): Address {
  const [address, show] = useState(presentAddress);
  useEffect(() => onAddress(() => show(presentAddress())), []);
  return address;
}
