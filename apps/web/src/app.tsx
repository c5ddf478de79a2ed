import { useEffect, useRef } from 'preact/hooks';
import { Header } from './header.js';
import { needsToken } from './model/host.js';
import { labels } from './model/model.js';
import { FailureBox } from './parts/failure-box.js';
import { LiveRegion } from './parts/live-region.js';
import { thousands } from './parts/numbers.js';
import { TokenForm } from './parts/token-form.js';
import { focusView, route, type ViewName } from './routes.js';
import { areShortcutsShown, ShortcutList } from './shortcuts.js';
import { isDragging } from './tagging/image-input.js';
import { CardView } from './views/card/card-view.js';
import { RunView } from './views/run/run-view.js';
import { TagView } from './views/tag/tag-view.js';
import { VocabularyView } from './views/vocabulary/vocabulary-view.js';

const HEADINGS: Record<ViewName, string> = {
  tag: 'What is in your image?',
  vocabulary: 'Vocabulary',
  run: 'The run',
  card: 'Model card',
};

function leadOf(view: ViewName): string {
  const count = labels.value.state === 'ready' ? thousands(labels.value.value.labels.length) : '…';
  switch (view) {
    case 'tag':
      return `This model has learned ${count} hashtags from images that people tagged.`;
    case 'vocabulary':
      return `The ${count} hashtags that the model knows. Hashtags with the same meaning are one.`;
    case 'run':
      return 'How the model was trained, and how good it is.';
    case 'card':
      return 'What the model is for, its figures, its licenses, and its limits.';
  }
}

function View({ view }: { readonly view: ViewName }) {
  switch (view) {
    case 'tag':
      return <TagView />;
    case 'vocabulary':
      return <VocabularyView />;
    case 'run':
      return <RunView />;
    case 'card':
      return <CardView />;
  }
}

/** The page. */
export function App() {
  const { view } = route.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = view === 'tag' ? 'Hashsight' : `${HEADINGS[view]} · Hashsight`;
    // A new view is read from its heading; the first one from the top of the page.
    if (!isFirst.current) {
      focusView(heading.current);
      scrollTo({ top: 0 });
    }
    isFirst.current = false;
  }, [view]);
  const isModelMissing = labels.value.state === 'failed';
  return (
    <div class={isDragging.value ? 'page dragging' : 'page'}>
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        Skip to the content
      </button>
      <Header />
      <main id="main">
        <h1 ref={heading} tabIndex={-1}>
          {HEADINGS[view]}
        </h1>
        <p class="lead">{leadOf(view)}</p>
        {needsToken.value && <TokenForm />}
        {labels.value.state === 'failed' && !needsToken.value && (
          <FailureBox failure={labels.value.failure} />
        )}
        {!isModelMissing && <View key={view} view={view} />}
      </main>
      <LiveRegion />
      {areShortcutsShown.value && <ShortcutList />}
    </div>
  );
}
