import { PbfWriter } from 'pbf';

/** Content of an event, one of three kinds. */
type EventContent =
  | { readonly kind: 'fileVersion' }
  /** Hides the events of earlier files from this step on. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'scalars'; readonly values: Readonly<Record<string, number>> };

/** Field numbers in TensorBoard's `event.proto` and `summary.proto`. */
const EVENT = { wallTime: 1, step: 2, fileVersion: 3, summary: 5, sessionLog: 7 } as const;
const SUMMARY = { value: 1 } as const;
const VALUE = { tag: 1, simpleValue: 2 } as const;
const SESSION_LOG = { status: 1 } as const;
/** `SessionLog.START`. */
const START = 1;
/** From version 2 on, TensorBoard uses explicit restart events instead of guessing restarts from the steps. */
const FILE_VERSION = 'brain.Event:2';

/** Encodes an event as a protobuf message `tensorboard.Event`. */
export function encodeEvent(step: number, wallTimeSeconds: number, content: EventContent): Uint8Array {
  const event = new PbfWriter();
  event.writeDoubleField(EVENT.wallTime, wallTimeSeconds);
  event.writeVarintField(EVENT.step, step);
  if (content.kind === 'fileVersion') event.writeStringField(EVENT.fileVersion, FILE_VERSION);
  else if (content.kind === 'restart') event.writeMessage(EVENT.sessionLog, writeStart, START);
  else event.writeMessage(EVENT.summary, writeSummary, content.values);
  return event.finish();
}

function writeStart(status: number, message: PbfWriter): void {
  message.writeVarintField(SESSION_LOG.status, status);
}

function writeSummary(values: Readonly<Record<string, number>>, message: PbfWriter): void {
  for (const value of Object.entries(values)) message.writeMessage(SUMMARY.value, writeValue, value);
}

function writeValue([tag, value]: readonly [string, number], message: PbfWriter): void {
  message.writeStringField(VALUE.tag, tag);
  message.writeFloatField(VALUE.simpleValue, value);
}
