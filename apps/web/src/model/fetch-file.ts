import { Failure, modelMissing, notAllowed } from '../backend/failure.js';
import { askHost } from './host.js';

/** Folder of the page; everything else is beside or below it, so the page works under any path. */
export const BASE = new URL('./', location.origin + location.pathname);

declare const __RUNTIME_FOLDER__: string;

/** Folder of onnxruntime's files, which the build puts beside the page. */
export const RUNTIME_FILES = new URL(__RUNTIME_FOLDER__, BASE);

/** Folder of the model. */
export const MODEL = new URL('model/', BASE);

/**
 * Fetches a file of the model's folder.
 *
 * @returns undefined if there is no such file
 * @throws Failure if the host does not answer
 */
export async function fetchModelFile(name: string): Promise<Response | undefined> {
  let response: Response;
  try {
    response = await askHost(new URL(name, MODEL));
  } catch {
    throw new Failure(
      'server-gone',
      'The host of this page does not answer.',
      'Check the connection, then reload.',
    );
  }
  if (response.status === 401) throw notAllowed();
  // Hosts of single-page apps answer an unknown address with the page itself.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  return response.ok && !isPage ? response : undefined;
}

/** Fetches a JSON file that a model's folder must have. */
export async function fetchModelJson(name: string): Promise<unknown> {
  const response = await fetchModelFile(name);
  if (response === undefined) throw modelMissing(MODEL.href);
  try {
    return await response.json();
  } catch {
    throw new Failure(
      'model-missing',
      `model/${name} is no JSON file.`,
      'Export the model again with hashsight export.',
    );
  }
}
