/**
 * How far the write of a request is. WAITING: others are before it. WRITING: it is worked on, and undone if it is stopped. COMMITTING: its COMMIT was
 * sent, and what becomes of it is not known. WRITTEN: it was done.
 */
export type WriteStage = 'WAITING' | 'WRITING' | 'COMMITTING' | 'WRITTEN';
