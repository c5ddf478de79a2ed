import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import { type Budget, ENTRY_BYTES } from './budget.js';
import { namedDtype, storageDtype } from './dtypes.js';
import { isNumpyGlobal, numpyCall, setNumpyState } from './numpy.js';
import { rebuildTensor, TENSOR_FUNCTIONS } from './rebuild-tensor.js';
import {
  KEPT_BYTES,
  kindOf,
  PickleBytes,
  PickleGlobal,
  PickleObject,
  type PickleValue,
  setItem,
} from './values.js';

/** Makes the value that a call of a global would return in Python, from its arguments; never runs anything. */
type Call = (args: readonly PickleValue[], budget: Budget) => PickleValue;

/** Arguments of a call; a path has one for each folder. */
const MAX_ARGUMENTS = 100;
/** Parts and characters of a value that is kept as a text. */
const TEXT_PARTS = 16;
const TEXT_CHARACTERS = 200;

const textOf: (type: string, separator: string) => Call = (type, separator) => (args) => {
  const parts = args.slice(0, TEXT_PARTS).filter((arg) => typeof arg === 'string' || typeof arg === 'number');
  return new PickleObject(type, parts.map((part) => String(part).slice(0, TEXT_CHARACTERS)).join(separator));
};

/** The items of a list, tuple, or set. */
const items: Call = ([values]) => (Array.isArray(values) ? values : []);

/** A map from nothing, a map, or a list of pairs. */
const mapping: Call = (args, budget) => {
  const from = args.at(-1);
  const made = new Map<PickleValue, PickleValue>();
  if (from instanceof Map) {
    budget.allocate(from.size * ENTRY_BYTES);
    for (const [key, value] of from) made.set(key, value);
  } else if (Array.isArray(from)) {
    budget.allocate(from.length * ENTRY_BYTES);
    for (const pair of from) if (Array.isArray(pair) && pair.length === 2) setItem(made, pair[0], pair[1]);
  }
  return made;
};

/** Classes whose objects are kept as their attributes, without behavior. They come with the settings of a training. */
const INERT = [
  'argparse.Namespace',
  'types.SimpleNamespace',
  'easydict.EasyDict',
  'yacs.config.CfgNode',
  'pytorch_lightning.utilities.parsing.AttributeDict',
  'lightning_fabric.utilities.data.AttributeDict',
  'datetime.datetime',
  'datetime.date',
  'datetime.timedelta',
  'builtins.object',
];

const PATHS = ['Path', 'PosixPath', 'WindowsPath', 'PurePath', 'PurePosixPath', 'PureWindowsPath'];

/**
 * The globals that a file may name, beside storages, dtypes, NumPy's scalars and arrays, and the functions that rebuild
 * tensors. Without a call, a global may only be named.
 */
const CALLS: ReadonlyMap<string, Call | undefined> = new Map<string, Call | undefined>([
  ['collections.OrderedDict', mapping],
  ['collections.defaultdict', ([, ...rest], budget) => mapping(rest, budget)],
  ['collections.Counter', mapping],
  ['builtins.dict', mapping],
  ['builtins.list', items],
  ['builtins.tuple', items],
  ['builtins.set', items],
  ['builtins.frozenset', items],
  ['builtins.bytes', () => new PickleBytes(0, undefined)],
  ['builtins.bytearray', () => new PickleBytes(0, undefined)],
  ['builtins.complex', textOf('complex', ' ')],
  ['builtins.int', undefined],
  ['builtins.long', undefined],
  ['builtins.float', undefined],
  ['builtins.bool', undefined],
  ['builtins.str', undefined],
  ['_codecs.encode', encodedBytes],
  ['copyreg._reconstructor', ([type]) => inertObject(type)],
  ['torch.Size', items],
  ['torch.torch_version.TorchVersion', textOf('torch.torch_version.TorchVersion', ' ')],
  ['torch.device', textOf('torch.device', ':')],
  ['torch.serialization._get_layout', textOf('torch.layout', ' ')],
  ['torch.Tensor', undefined],
  ['torch.nn.parameter.Parameter', undefined],
  ['torch.nn.parameter.Buffer', undefined],
  ...INERT.map((name) => [name, () => new PickleObject(name)] as const),
  ...['pathlib', 'pathlib._local'].flatMap((module) =>
    PATHS.map((name) => [`${module}.${name}`, textOf(`pathlib.${name}`, '/')] as const),
  ),
]);

/** Modules that have another name in Python 2. */
const MODULES_OF_PYTHON_2: ReadonlyMap<string, string> = new Map([
  ['__builtin__', 'builtins'],
  ['copy_reg', 'copyreg'],
]);

/**
 * The global of a module by its name.
 *
 * @throws WeightsError for one outside the allow-list
 */
export function findGlobal(module: string, name: string, { source }: Budget): PickleGlobal {
  const full = `${MODULES_OF_PYTHON_2.get(module) ?? module}.${name}`;
  if (
    CALLS.has(full) ||
    TENSOR_FUNCTIONS.has(full) ||
    isNumpyGlobal(full) ||
    storageDtype(full) !== undefined ||
    namedDtype(full) !== undefined
  ) {
    return new PickleGlobal(full);
  }
  throw new WeightsError(
    `${source}: expected only tensors and plain data, got the Python object ${shown(`${module}.${name}`)}, which is not loaded, since a file could run code with it; save only the tensors: torch.save(model.state_dict(), FILE)`,
  );
}

/** What a REDUCE of a global makes. @throws WeightsError if it cannot be called with these arguments */
export function call(target: PickleValue, args: PickleValue, budget: Budget): PickleValue {
  if (target instanceof PickleGlobal && Array.isArray(args) && args.length <= MAX_ARGUMENTS) {
    if (TENSOR_FUNCTIONS.has(target.name)) return rebuildTensor(target.name, args, budget.source);
    if (isNumpyGlobal(target.name)) return numpyCall(target.name, args, budget.source);
    const make = CALLS.get(target.name);
    if (make !== undefined) return make(args, budget);
  }
  throw new WeightsError(
    `${budget.source}: expected the call of a function that makes tensors or plain data, got one of ${kindOf(target)} with ${kindOf(args)}; the file is corrupt, get it again`,
  );
}

/** What a NEWOBJ of a class makes. @throws WeightsError if it is no class of the allow-list */
export function instantiate(type: PickleValue, args: PickleValue, budget: Budget): PickleValue {
  if (type instanceof PickleGlobal && INERT.includes(type.name)) return new PickleObject(type.name);
  return call(type, args, budget);
}

/** Sets an object's attributes, as BUILD does; a method `__setstate__` is never called. @throws WeightsError for values without attributes */
export function applyState(target: PickleValue, state: PickleValue, budget: Budget): void {
  if (target instanceof Map) return; // attributes of an OrderedDict: a state dict's `_metadata`
  if (target instanceof PickleObject) {
    if (setNumpyState(target, state)) return;
    // With slots, the state is a pair.
    const attributes = Array.isArray(state) ? state[0] : state;
    if (attributes instanceof Map) {
      budget.allocate(attributes.size * ENTRY_BYTES);
      for (const [name, value] of attributes) target.attributes.set(name, value);
    }
    return;
  }
  throw new WeightsError(
    `${budget.source}: expected attributes of an object (BUILD), got them for ${kindOf(target)}; the file is corrupt, get it again`,
  );
}

function inertObject(type: PickleValue | undefined): PickleValue {
  return new PickleObject(type instanceof PickleGlobal ? type.name : 'object');
}

/** Bytes as protocol 2 writes them: a text in latin1. */
function encodedBytes([text]: readonly PickleValue[]): PickleValue {
  if (typeof text !== 'string') return new PickleBytes(0, undefined);
  const bytes = text.length <= KEPT_BYTES ? new Uint8Array(Buffer.from(text, 'latin1')) : undefined;
  return new PickleBytes(text.length, bytes);
}
