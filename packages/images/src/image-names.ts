/** Extensions of images that are decoded. */
const READ = 'jpg jpeg jpe jfif jfi jif pjpeg pjpg pjp png apng webp gif tif tiff avif avifs svg';

/** Those of images that are not: they are set aside with the reason, and not passed over. */
const NOT_READ =
  'heic heif heics heifs hif bmp dib jxl jp2 j2k jpf jpx jpm svgz ico cur tga psd psb xcf exr hdr dds pnm ppm pgm pbm pam qoi';

/** Those of what a camera's sensor saw. Most begin as a TIFF does whose first image is a thumbnail. */
const RAW = 'dng cr2 cr3 crw nef nrw arw srf sr2 orf rw2 raf pef srw rwl 3fr iiq x3f erf kdc mrw';

const READ_NAME = endsIn(READ);
const IMAGE_NAME = endsIn(`${READ} ${NOT_READ} ${RAW}`);
const RAW_NAME = endsIn(RAW);

function endsIn(extensions: string): RegExp {
  return new RegExp(String.raw`\.(?:${extensions.replaceAll(' ', '|')})$`, 'i');
}

/** Whether a file is named as images are, be it of a format that is decoded or not. */
export function isImageName(name: string): boolean {
  return IMAGE_NAME.test(name);
}

/** Whether a file is named as an image of a format that is decoded. */
export function isReadImageName(name: string): boolean {
  return READ_NAME.test(name);
}

/** Whether a file is named as a camera's raw file; its bytes do not tell it from a TIFF. */
export function isRawName(name: string): boolean {
  return RAW_NAME.test(name);
}

/** Extensions of files that lie beside images and are none; what such a file begins with is not looked at. */
const OTHER_NAME = endsIn(
  'txt json jsonl ndjson csv tsv xml xmp yaml yml html htm md pdf doc docx log py js ts sh mp4 mov avi mkv webm mp3 wav zip gz tgz tar parquet npy npz pt pth safetensors ini db aae thm',
);

/** Whether only its bytes tell if a file is an image: it has no extension, or one that is not known. */
export function isUnknownName(name: string): boolean {
  return !IMAGE_NAME.test(name) && !OTHER_NAME.test(name);
}
