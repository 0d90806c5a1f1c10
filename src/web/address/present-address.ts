import { type Address, readAddress } from './address.ts';

/** The address that the browser shows now, which may be newer than the one that was last drawn. */
export const presentAddress = (): Address => readAddress(new URL(location.href));
