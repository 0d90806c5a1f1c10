import { useEffect, useState } from 'preact/hooks';
import { type Address, readAddress } from './address.ts';
import { onAddress } from './navigate.ts';

const present = () => readAddress(new URL(location.href));

/** The address that is shown. */
export function useAddress(): Address {
  const [address, show] = useState(present);
  useEffect(() => onAddress(() => show(present())), []);
  return address;
}
