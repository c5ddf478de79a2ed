import { server } from '../../model/model.js';
import { image } from '../../tagging/tagging.js';
import { AltText } from './alt-text.js';
import { CopyRow } from './copy-row.js';
import { Examples } from './examples.js';
import { PlaceNote, PlaceSwitch } from './place-switch.js';
import { SimilarImages } from './similar-images.js';
import { Stage } from './stage.js';
import { TagList } from './tag-list.js';

/** The image on one side, what the model sees in it on the other. */
export function TagView() {
  return (
    <>
      <div class="tagging">
        <section class="card stage-card" aria-label="Image">
          <Stage />
          <Examples key={server.value.state} />
        </section>
        <section class="card result-card" aria-labelledby="result-title">
          <div class="result-head">
            <h2 id="result-title">Hashtags</h2>
            <PlaceSwitch />
          </div>
          <PlaceNote />
          <div class="tag-area">
            <TagList />
          </div>
          <AltText />
          <CopyRow />
        </section>
      </div>
      {image.value !== undefined && <SimilarImages />}
    </>
  );
}
