/** Points of a row that is read in one batch with the same rows elsewhere in the response. */
export const batchedFromDatabase = 3;

/** Points of a list of rows that is read in one batch with the same lists elsewhere in the response. */
export const readFromDatabase = 15;

/** Points of a separate statement. */
export const askedOfDatabase = 400;

/** Points of a list for which many rows are read. */
export const listedFromDatabase = 1_500;
