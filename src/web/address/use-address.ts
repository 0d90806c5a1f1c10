import { useEffect, useState } from 'preact/hooks';
import type { Address } from './address.ts';
import { onAddress } from './navigate.ts';
import { presentAddress } from './present-address.ts';

/** The current address. */
export function useAddress(): Address {
  const [address, show] = useState(presentAddress);
  useEffect(() => onAddress(() => show(presentAddress())), []);
  return address;
}
