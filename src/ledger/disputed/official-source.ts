/** The source whose record of votes is the official one: the voting files of the UN Digital Library. */
export const officialSource = 'undl';
