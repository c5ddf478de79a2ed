import type { Answer } from '../../backend/backend.js';
import { BASE } from '../../model/fetch-file.js';
import { CopyButton } from '../../parts/copy-button.js';
import { image, outcome, place } from '../../tagging/tagging.js';

/** Number of hashtags that are copied if none has a threshold. */
const FIRST = 5;

/** The hashtags that are certain enough; without thresholds, the first ones. */
function tagsAsText({ tags }: Answer): string {
  const sure = tags.filter(
    ({ probability, threshold }) => threshold !== undefined && probability >= threshold,
  );
  return (sure.length > 0 ? sure : tags.slice(0, FIRST)).map(({ hashtag }) => `#${hashtag}`).join(' ');
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The request as a command; without a server, the command that tags the file. */
function commandOf(name: string): string {
  const file = /\.[a-z0-9]+$/i.test(name) ? name : 'image.png';
  if (place.value === 'browser') return `npx hashsight tag --model MODEL ${quoted(file)}`;
  return `curl --data-binary ${quoted(`@${file}`)} -H 'content-type: application/octet-stream' ${quoted(`${BASE.href}v1/tag?topK=${FIRST}`)}`;
}

/** Buttons that copy the answer and the request. */
export function CopyRow() {
  const answer = outcome.value?.state === 'done' ? outcome.value.answer : undefined;
  const isDisabled = answer === undefined;
  const of = (write: (answer: Answer) => string) => () => (answer === undefined ? '' : write(answer));
  return (
    <section class="copy-row" aria-label="Copy">
      <h3>Copy</h3>
      <CopyButton label="Hashtags" text={of(tagsAsText)} isDisabled={isDisabled} />
      <CopyButton
        label="JSON"
        text={of(({ tags }) => JSON.stringify({ tags }, null, 2))}
        isDisabled={isDisabled}
      />
      <CopyButton
        label={place.value === 'server' ? 'curl' : 'Command'}
        text={() => commandOf(image.value?.name ?? '')}
        isDisabled={isDisabled}
      />
    </section>
  );
}
