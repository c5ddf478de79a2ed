import type { EmbeddingIndex } from '@hashsight/search';
import type { Tagger } from '@hashsight/tagger';
import type { ServerSettings } from './server-options.js';

/** What routes work with. */
export interface Service {
  readonly settings: ServerSettings;
  readonly tagger: Tagger;
  /** The images to search; undefined if the server has none. */
  readonly index: EmbeddingIndex | undefined;
  /** Folder of the page's files; undefined if it was not built. */
  readonly page: string | undefined;
  /** Whether the model is warm, and the server not about to end. */
  readonly isReady: () => boolean;
}
