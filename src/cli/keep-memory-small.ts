import { setFlagsFromString } from 'node:v8';

/**
 * For processes that stream: keeps the young generation of the heap at its initial size. Streams allocate buffers, whose memory is outside the heap and is
 * freed only when that generation is collected, which is rare once it grows: 298 MB for an export of 870,000 stances, 180 MB with this.
 */
export const keepMemorySmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
