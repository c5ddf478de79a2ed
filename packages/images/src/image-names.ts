/** Extensions of supported image formats. */
const READ = 'jpg jpeg jpe jfif jfi jif pjpeg pjpg pjp png apng webp gif tif tiff avif avifs svg';

/** Extensions of unsupported image formats. Such images are set aside with a reason, not skipped silently. */
const NOT_READ =
  'heic heif heics heifs hif bmp dib jxl jp2 j2k jpf jpx jpm svgz ico cur tga psd psb xcf exr hdr dds pnm ppm pgm pbm pam qoi';

/** Extensions of cameras' raw files. Most begin like a TIFF whose first image is a thumbnail. */
const RAW = 'dng cr2 cr3 crw nef nrw arw srf sr2 orf rw2 raf pef srw rwl 3fr iiq x3f erf kdc mrw';

const READ_NAME = endsIn(READ);
const IMAGE_NAME = endsIn(`${READ} ${NOT_READ} ${RAW}`);
const RAW_NAME = endsIn(RAW);

function endsIn(extensions: string): RegExp {
  return new RegExp(String.raw`\.(?:${extensions.replaceAll(' ', '|')})$`, 'i');
}

/** Whether a file name has an image extension, supported or not. */
export function isImageName(name: string): boolean {
  return IMAGE_NAME.test(name);
}

/** Whether a file name has the extension of a supported image format. */
export function isReadImageName(name: string): boolean {
  return READ_NAME.test(name);
}

/** Whether a file name is that of a camera's raw file; its content looks like a TIFF. */
export function isRawName(name: string): boolean {
  return RAW_NAME.test(name);
}

/** Extensions of files that are often next to images but are none; their content is not examined. */
const OTHER_NAME = endsIn(
  'txt json jsonl ndjson csv tsv xml xmp yaml yml html htm md pdf doc docx log py js ts sh mp4 mov avi mkv webm mp3 wav zip gz tgz tar parquet npy npz pt pth safetensors ini db aae thm',
);

/** Whether the content must be examined to recognize an image: the extension is missing or unknown. */
export function isUnknownName(name: string): boolean {
  return !IMAGE_NAME.test(name) && !OTHER_NAME.test(name);
}
