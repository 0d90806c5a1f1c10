/** Points of a row that is read together with those of all other places of the answer. */
export const batchedFromDatabase = 3;

/** Points of a list of rows that is read together with those of all other places of the answer. */
export const readFromDatabase = 15;

/** Points of a statement of its own. */
export const askedOfDatabase = 400;

/** Points of a list for which many rows are read. */
export const listedFromDatabase = 1_500;
