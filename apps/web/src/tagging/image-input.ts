import { signal } from '@preact/signals';
import { noImage } from '../backend/failure.js';
import { announce } from '../parts/live-region.js';
import { goTo, route } from '../routes.js';
import { showImage } from './tagging.js';

/** Whether a file is being dragged over the page. */
export const isDragging = signal(false);

/** Shows the first file of a list, wherever the reader is on the page. */
export function showFirst(files: Iterable<File> | undefined | null): boolean {
  const [file] = files ?? [];
  if (file === undefined) return false;
  if (route.value.view !== 'tag') goTo('#/');
  void showImage(file, file.name);
  return true;
}

const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') === true;

function onPaste(event: ClipboardEvent): void {
  if (showFirst(event.clipboardData?.files)) event.preventDefault();
}

function onDragOver(event: DragEvent): void {
  if (!hasFiles(event.dataTransfer)) return;
  event.preventDefault();
  isDragging.value = true;
}

function onDragLeave(event: DragEvent): void {
  // Leaving the window, not only crossing from one element to the next.
  if (event.relatedTarget === null) isDragging.value = false;
}

function onDrop(event: DragEvent): void {
  isDragging.value = false;
  if (event.dataTransfer === null) return;
  event.preventDefault();
  if (!showFirst(event.dataTransfer.files)) announce(noImage().message);
}

/** Listens for images that are pasted or dropped anywhere on the page. */
export function listenForImages(): void {
  addEventListener('paste', onPaste);
  addEventListener('dragover', onDragOver);
  addEventListener('dragleave', onDragLeave);
  addEventListener('drop', onDrop);
}
