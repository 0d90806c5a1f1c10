declare module 'world-atlas/countries-110m.json?world' {
  /** The address of the file that holds the `World`, as the build of the page makes it. */
  const address: string;
  export default address;
}
