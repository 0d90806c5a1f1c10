import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as EngineModule from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

// Node has it; the type packages of Node leave it to those of browsers.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    compile(bytes: Uint8Array): Promise<object>;
    Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
  };
};

let loading: Promise<typeof EngineModule> | null = null;

/**
 * Prisma's schema engine as WebAssembly, instantiated by hand: the package's own entry imports the .wasm file as a module, about which
 * Node prints a warning, and Prisma's command line would download a binary.
 */
export function loadEngine(): Promise<typeof EngineModule> {
  loading ??= instantiate();
  return loading;
}

// The engine's name for it; it tells what went wrong just before it gives up.
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });

async function instantiate(): Promise<typeof EngineModule> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const module = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': withoutLingering(bindings) });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return bindings;
}

/** Keeps the engine's own timers from holding the process: its wait for a lock would do so for ten seconds after the end. */
function withoutLingering(imports: object): object {
  const entries = Object.entries(imports).map(([name, value]) => {
    if (!name.startsWith('__wbg_setTimeout_')) return [name, value];
    return [name, (...args: unknown[]) => value(...args).unref()];
  });
  return Object.fromEntries(entries);
}
