import { type Address, readAddress } from './address.ts';

/** The browser's current address, which may be newer than the one last rendered. */
export const presentAddress = (): Address => readAddress(new URL(location.href));
