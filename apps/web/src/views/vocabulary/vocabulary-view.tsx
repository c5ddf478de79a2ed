import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Label, labels } from '../../model/model.js';
import { Icon } from '../../parts/icon.js';
import { announce } from '../../parts/live-region.js';
import { counted } from '../../parts/numbers.js';
import { goTo, route, vocabularyPath } from '../../routes.js';
import { HashtagRow } from './hashtag-row.js';
import { searchLabels } from './search-labels.js';
import { type Order, sortLabels } from './sort-labels.js';

/** Number of rows that are drawn at first, and added by each click. */
const ROWS = 100;

const ORDERS: readonly { readonly value: Order; readonly text: string }[] = [
  { value: 'count', text: 'most images first' },
  { value: 'name', text: 'by name' },
  { value: 'precision', text: 'best average precision first' },
];

function Rows({ found }: { readonly found: readonly Label[] }) {
  const limit = useSignal(ROWS);
  const open = route.value.detail;
  return (
    <>
      <ul class="card vocabulary">
        {found.slice(0, limit.value).map((label) => (
          <HashtagRow
            key={label.name}
            label={label}
            isOpen={label.name === open}
            onToggle={() => goTo(label.name === open ? '#/vocabulary' : vocabularyPath(label.name))}
          />
        ))}
      </ul>
      {found.length > limit.value && (
        <button
          type="button"
          class="button more"
          onClick={() => {
            limit.value += ROWS;
          }}
        >
          Show {Math.min(ROWS, found.length - limit.value)} more
        </button>
      )}
    </>
  );
}

/** The hashtags of the model, to browse and to search. */
export function VocabularyView() {
  const open = route.value.detail;
  const query = useSignal(open ?? '');
  const order = useSignal<Order>('count');
  const all = labels.value.state === 'ready' ? labels.value.value.labels : [];
  const found = useMemo(
    () => sortLabels(searchLabels(all, query.value), order.value),
    [all, query.value, order.value],
  );
  useEffect(() => {
    if (query.value !== '') announce(`${counted(found.length, 'hashtag')} found`);
  }, [found.length]);
  const hasPrecision = all.some(({ averagePrecision }) => averagePrecision !== undefined);
  return (
    <>
      <div class="search-row">
        <label class="search">
          <span class="hidden">Search hashtags</span>
          <Icon name="search" />
          <input
            id="search"
            type="search"
            placeholder="Search hashtags, synonyms, or WordNet ids"
            autocomplete="off"
            spellcheck={false}
            value={query.value}
            onInput={({ currentTarget }) => {
              query.value = currentTarget.value;
            }}
          />
        </label>
        <label class="select">
          <span class="hidden">Order</span>
          <select
            value={order.value}
            onChange={({ currentTarget }) => {
              order.value = currentTarget.value as Order;
            }}
          >
            {ORDERS.filter(({ value }) => value !== 'precision' || hasPrecision).map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <p class="found">{counted(found.length, 'hashtag')}</p>
      </div>
      {found.length === 0 && labels.value.state === 'ready' ? (
        <p class="card nothing">The model does not know “{query}”. It only predicts hashtags of this list.</p>
      ) : (
        <Rows key={`${query.value} ${order.value}`} found={found} />
      )}
    </>
  );
}
