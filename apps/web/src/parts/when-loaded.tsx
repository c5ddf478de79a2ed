import type { ComponentChild } from 'preact';
import type { Loaded } from '../model/loaded.js';
import { FailureBox } from './failure-box.js';

/** Shows something fetched: an empty card until it is there, or what failed. */
export function WhenLoaded<T>({
  state,
  children,
}: {
  readonly state: Loaded<T>;
  readonly children: (value: T) => ComponentChild;
}) {
  switch (state.state) {
    case 'loading':
      return <div class="card waiting" aria-busy="true" />;
    case 'failed':
      return <FailureBox failure={state.failure} />;
    case 'ready':
      return <>{children(state.value)}</>;
  }
}
