import type { Place } from '../../backend/backend.js';
import { duration } from '../../parts/numbers.js';
import { backend, choosePlace, hasServer, outcome, outcomes, place } from '../../tagging/tagging.js';

const NAMES: Record<Place, string> = { server: 'Server', browser: 'This browser' };

function timeOf(at: Place): string {
  const result = outcomes.value[at];
  if (result?.state === 'running') return '…';
  return result?.state === 'done' ? duration(result.answer.timing.totalMs) : '';
}

function Choice({ at }: { readonly at: Place }) {
  return (
    <label class="choice">
      <input type="radio" name="place" checked={place.value === at} onChange={() => choosePlace(at)} />
      <span>
        {NAMES[at]} <b class="time">{timeOf(at)}</b>
      </span>
    </label>
  );
}

/** What happens to the image, and what the time was spent on. */
export function PlaceNote() {
  const where =
    place.value === 'server' ? 'Images are sent to this page’s server.' : 'Images stay in this browser.';
  const parts = outcome.value?.state === 'done' ? outcome.value.answer.timing.parts : [];
  const details = [backend.value.runtime, ...parts.map(({ name, ms }) => `${name} ${duration(ms)}`)];
  return (
    <p class="note">
      {where} <span class="details">{details.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** The switch between server and browser with the time of each; only the time where there is no server. */
export function PlaceSwitch() {
  if (!hasServer.value) {
    return (
      <p class="only-place">
        This browser <b class="time">{timeOf('browser')}</b>
      </p>
    );
  }
  return (
    <fieldset class="switch">
      <legend class="hidden">Where images are tagged</legend>
      <Choice at="server" />
      <Choice at="browser" />
    </fieldset>
  );
}
