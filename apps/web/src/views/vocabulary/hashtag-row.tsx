import { useEffect, useRef } from 'preact/hooks';
import type { Label } from '../../model/model.js';
import { percent, thousands } from '../../parts/numbers.js';
import { HashtagDetails } from './hashtag-details.js';

/** A hashtag of the vocabulary; open, it shows everything that is known of it. */
export function HashtagRow({
  label,
  isOpen,
  onToggle,
}: {
  readonly label: Label;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const others = label.hashtags.filter((name) => name !== label.name);
  return (
    <li ref={row} class={isOpen ? 'open' : ''}>
      <button type="button" class="hashtag" aria-expanded={isOpen} onClick={onToggle}>
        <span class="hashtag-name">
          #{label.name}
          {others.length > 0 && <span class="synonyms"> {others.map((name) => `#${name}`).join(' ')}</span>}
        </span>
        <span class="figure">
          {thousands(label.count)} <small>images</small>
        </span>
        {label.averagePrecision !== undefined && (
          <span class="figure precision">
            {percent(label.averagePrecision.value)} <small>AP</small>
          </span>
        )}
      </button>
      {isOpen && <HashtagDetails label={label} />}
    </li>
  );
}
