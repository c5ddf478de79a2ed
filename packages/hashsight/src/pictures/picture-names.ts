/** The names of files that are taken for pictures, by their end. */
export const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|tiff?|avif|svg)$/i;
