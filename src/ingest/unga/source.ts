/** The source of everything that the roll calls of the UN General Assembly say. */
export const ungaSource = 'unga';
