// Loaded into a server before its own code, with --expose-gc: collects garbage when told so, so that what is measured then is what is kept.
process.on('SIGUSR2', () => globalThis.gc?.());
