/** What we use of WebGPU's `GPUAdapter`. */
interface Adapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: {
    readonly isFallbackAdapter?: boolean;
    readonly vendor?: string;
    readonly architecture?: string;
    readonly device?: string;
    readonly description?: string;
  };
}

interface Gpu {
  requestAdapter(options?: { readonly powerPreference?: 'high-performance' }): Promise<Adapter | null>;
}

/** Names of WebGPU implementations on the CPU, which are slower than WebAssembly. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** A GPU that can run a model, or in a phrase why there is none. */
export type FoundGpu = { readonly name: string; readonly problem?: never } | { readonly problem: string };

/** Looks for a GPU. Software adapters do not count. */
export async function findGpu(): Promise<FoundGpu> {
  const { gpu } = (globalThis.navigator ?? {}) as { readonly gpu?: Gpu };
  if (gpu === undefined) return { problem: 'the browser has no WebGPU' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (adapter === null) return { problem: 'WebGPU has no adapter' };
  const {
    vendor = '',
    architecture = '',
    device = '',
    description = '',
    isFallbackAdapter,
  } = adapter.info ?? {};
  const name = [vendor, architecture, device, description].filter((part) => part !== '').join(' ') || 'GPU';
  if (adapter.isFallbackAdapter === true || isFallbackAdapter === true || SOFTWARE.test(name)) {
    return { problem: `WebGPU runs in software (${name})` };
  }
  return { name };
}
