/** The parts of the WebAssembly API that are used here; TypeScript has them only among the types of browsers. */
declare global {
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array<ArrayBuffer>);
    }
    class Instance {
      constructor(module: Module, imports: Record<string, Record<string, unknown>>);
      readonly exports: Readonly<Record<string, unknown>>;
    }
    class Memory {
      /** @param descriptor.initial - in pages of 64 KiB */
      constructor(descriptor: { readonly initial: number });
      readonly buffer: ArrayBuffer;
      grow(pages: number): number;
    }
  }
}

export {};
