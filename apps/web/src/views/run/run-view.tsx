import type { RunFile } from '@hashsight/formats';
import { useEffect } from 'preact/hooks';
import { labels } from '../../model/model.js';
import { readRun, run } from '../../model/run.js';
import { WhenLoaded } from '../../parts/when-loaded.js';
import { Curves } from './curves.js';
import { LongTail } from './long-tail.js';
import { Posts } from './posts.js';
import { TagReport } from './tag-report.js';
import { Tiles } from './tiles.js';
import { TransferTables } from './transfer-tables.js';

function Sections({ file }: { readonly file: RunFile | undefined }) {
  const all = labels.value.state === 'ready' ? labels.value.value.labels : [];
  return (
    <>
      {file === undefined ? (
        <p class="card nothing">
          The model’s folder has no run.json. Export the model again with this version to see its curves and
          figures.
        </p>
      ) : (
        <>
          <Tiles file={file} />
          <Curves file={file} />
          {file.transfer !== null && <TransferTables transfer={file.transfer} />}
        </>
      )}
      <section class="section" aria-labelledby="data-title">
        <h2 id="data-title">The hashtags</h2>
        <p>A few hashtags are on many images, and most are on few.</p>
        <div class="columns">
          <LongTail labels={all} />
          {file?.posts != null && <Posts posts={file.posts} />}
        </div>
      </section>
      <TagReport labels={all} />
    </>
  );
}

/** How the model was trained, and how good it is. */
export function RunView() {
  useEffect(() => void readRun(), []);
  return <WhenLoaded state={run.value}>{(file) => <Sections file={file} />}</WhenLoaded>;
}
