type TypedArray = Int32Array | Uint32Array | Uint16Array | Int16Array | Int8Array | Uint8Array;

const isTypedArray = (value: unknown): value is TypedArray => ArrayBuffer.isView(value) && !(value instanceof DataView);

/** Plain data with its typed arrays in memory that all threads of the process see, so that sending it to one copies none of them. */
export function withSharedArrays<Data>(data: Data): Data {
  if (isTypedArray(data)) return inShared(data) as Data & TypedArray;
  if (Array.isArray(data)) return data.map(withSharedArrays) as Data;
  if (Object.getPrototypeOf(Object(data)) !== Object.prototype) return data; // a map, a text, a number
  const entries = Object.entries(data as object).map(([name, value]) => [name, withSharedArrays(value)]);
  return Object.fromEntries(entries) as Data;
}

const inShared = (array: TypedArray): TypedArray =>
  array.buffer instanceof SharedArrayBuffer ? array : sharedCopy(array);

/** A copy in memory that all threads of the process see; `slice` would make one that they do not. */
export function sharedCopy<Copied extends TypedArray>(array: Copied): Copied {
  const shared = new SharedArrayBuffer(array.byteLength);
  const copy = new (array.constructor as new (memory: SharedArrayBuffer) => Copied)(shared);
  copy.set(array as never); // of the same type
  return copy;
}
