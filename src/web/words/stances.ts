import { texts } from '../texts/texts.ts';

/** The basis of a stance. */
export const basisWords = texts.bases;
export const confidenceWords = texts.confidences;
/** How a stance differs from the previous one. */
export const changeWords = texts.changes;
/** The role of a cited document. */
export const citationWords = texts.citations;
/** How far it has been checked. */
export const verificationWords = texts.verifications;

/** A name of a closed set in words: `JOINT_STATEMENT` is "joint statement". */
export const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');
