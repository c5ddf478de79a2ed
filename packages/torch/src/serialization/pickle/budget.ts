import { WeightsError } from '../../errors.js';

/** Bytes of memory that the description of a file's tensors may take: some ten times what the largest checkpoints need. */
const MEMORY_BYTES = 128 << 20;
/** Opcodes in one pickle; a checkpoint of a thousand tensors has about 50,000. */
const OPCODES = 20_000_000;

// Estimated memory of values in V8.
/** A reference to a value. */
export const SLOT_BYTES = 8;
/** An empty list, dictionary, or object. */
export const CONTAINER_BYTES = 200;
/** An entry of a dictionary. */
export const ENTRY_BYTES = 50;

/** Limits what reading one file may cost, so that a small file cannot exhaust memory or run for minutes. */
export class Budget {
  readonly source: string;
  #bytes = MEMORY_BYTES;
  #opcodes = OPCODES;

  /** @param source - the file, for error messages */
  constructor(source: string) {
    this.source = source;
  }

  /**
   * Counts memory before it is allocated.
   *
   * @throws WeightsError if the file has used up its share
   */
  allocate(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#bytes < 0) {
      throw new WeightsError(
        `${this.source}: expected a pickle that needs at most ${MEMORY_BYTES >> 20} MB of memory besides its tensors, got a larger one; save only the tensors: torch.save(model.state_dict(), FILE)`,
      );
    }
  }

  /** Counts an opcode. @throws WeightsError if there are too many */
  step(): void {
    this.#opcodes -= 1;
    if (this.#opcodes < 0) {
      throw new WeightsError(
        `${this.source}: expected a pickle of at most ${OPCODES / 1e6} million opcodes, got a longer one; save only the tensors: torch.save(model.state_dict(), FILE)`,
      );
    }
  }
}
