/** A drawing to try the page with: its name, and the contents of an SVG of 200 × 200. */
interface Drawing {
  readonly name: string;
  readonly svg: string;
}

/** Drawings by this page itself, so that it has examples wherever it is opened. */
export const EXAMPLE_DRAWINGS: readonly Drawing[] = [
  {
    name: 'flower',
    svg: `<path d="M100 120v70" stroke="#3f8f4f" stroke-width="9" stroke-linecap="round"/><path d="M100 168c-30 4-40-14-44-24 20-4 38 2 44 24zM100 158c26 2 36-12 40-22-18-4-34 2-40 22z" fill="#57ad62"/><g fill="#ea5f8c"><ellipse cx="100" cy="46" rx="19" ry="29"/><ellipse cx="100" cy="46" rx="19" ry="29" transform="rotate(72 100 80)"/><ellipse cx="100" cy="46" rx="19" ry="29" transform="rotate(144 100 80)"/><ellipse cx="100" cy="46" rx="19" ry="29" transform="rotate(216 100 80)"/><ellipse cx="100" cy="46" rx="19" ry="29" transform="rotate(288 100 80)"/></g><circle cx="100" cy="80" r="17" fill="#f7c948"/>`,
  },
  {
    name: 'house',
    svg: `<path d="M136 40h18v36l-18-16z" fill="#8a4b38"/><path d="M42 96l58-52 58 52v80H42z" fill="#f4d9b0"/><path d="M26 104l74-66 74 66" fill="none" stroke="#c2452d" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/><path d="M86 176v-46h30v46z" fill="#8a4b38"/><circle cx="110" cy="154" r="3" fill="#f7c948"/><path d="M54 112h22v22H54zM126 112h22v22h-22z" fill="#8cc9e8" stroke="#fff" stroke-width="4"/>`,
  },
  {
    name: 'fish',
    svg: `<path d="M142 100l42-36c-6 24-6 48 0 72z" fill="#f08a24"/><path d="M84 62c16-20 40-18 50-6-8 12-20 16-32 18z" fill="#f08a24"/><path d="M18 102c26-52 98-58 136-2-38 54-110 52-136 2z" fill="#f9a83d"/><path d="M70 66c16 22 16 48 0 70" fill="none" stroke="#fff" stroke-width="9"/><path d="M104 62c14 24 14 54 0 78" fill="none" stroke="#fff" stroke-width="9"/><circle cx="48" cy="90" r="9" fill="#fff"/><circle cx="47" cy="90" r="5" fill="#22303f"/><path d="M24 110c8 4 14 4 20 2" fill="none" stroke="#b8601a" stroke-width="4" stroke-linecap="round"/>`,
  },
  {
    name: 'ice cream',
    svg: `<path d="M64 104h72l-36 86z" fill="#dca45c"/><path d="M76 132l34 34M88 104l30 44M124 132l-34 34M112 104l-30 44" stroke="#b97f3b" stroke-width="4"/><circle cx="74" cy="86" r="28" fill="#f6b1c4"/><circle cx="126" cy="86" r="28" fill="#f3e3b3"/><circle cx="100" cy="56" r="30" fill="#8a5a44"/><circle cx="104" cy="22" r="10" fill="#d6323f"/><path d="M58 104c8 12 18 4 22 0 6 12 20 12 24 0 6 12 20 10 38 0z" fill="#f6b1c4"/>`,
  },
  {
    name: 'boat',
    svg: `<circle cx="156" cy="44" r="18" fill="#f7c948"/><path d="M96 22v112H34c34-26 56-62 62-112z" fill="#fff" stroke="#9fb1c6" stroke-width="4" stroke-linejoin="round"/><path d="M108 48c30 24 44 54 50 86h-50z" fill="#e4573d"/><path d="M102 16v128" stroke="#7a4b2a" stroke-width="6" stroke-linecap="round"/><path d="M22 142h156c-8 24-22 32-36 32H62c-20 0-34-12-40-32z" fill="#2f5fb3"/><path d="M6 178c16-12 30-12 46 0s32 12 48 0 32-12 48 0 30 12 46 0" fill="none" stroke="#53a9d8" stroke-width="9" stroke-linecap="round"/>`,
  },
  {
    name: 'tree',
    svg: `<path d="M92 118h18l6 66H84z" fill="#7a4b2a"/><circle cx="66" cy="96" r="36" fill="#3f8f4f"/><circle cx="134" cy="96" r="36" fill="#3f8f4f"/><circle cx="100" cy="58" r="42" fill="#57ad62"/><circle cx="100" cy="104" r="34" fill="#4b9e58"/><g fill="#d6323f"><circle cx="76" cy="64" r="8"/><circle cx="118" cy="52" r="8"/><circle cx="128" cy="98" r="8"/><circle cx="66" cy="104" r="8"/><circle cx="98" cy="94" r="8"/></g>`,
  },
  {
    name: 'clock',
    svg: `<circle cx="100" cy="100" r="84" fill="#e4573d"/><circle cx="100" cy="100" r="68" fill="#fff"/><g stroke="#22303f" stroke-linecap="round"><path d="M100 40v10M100 150v10M40 100h10M150 100h10" stroke-width="7"/><path d="M100 100V58" stroke-width="7"/><path d="M100 100l28 18" stroke-width="7"/></g><circle cx="100" cy="100" r="7" fill="#22303f"/>`,
  },
  {
    name: 'cloud',
    svg: `<circle cx="132" cy="66" r="32" fill="#f7c948"/><g stroke="#f7c948" stroke-width="8" stroke-linecap="round"><path d="M132 14v8M176 66h10M164 34l7-7M100 34l-7-7"/></g><path d="M52 150a32 32 0 0 1 2-64 44 44 0 0 1 84-8 36 36 0 0 1 12 72z" fill="#a9cfee"/><path d="M66 162l-8 22M100 162l-8 22M134 162l-8 22" stroke="#4f8fd0" stroke-width="8" stroke-linecap="round"/>`,
  },
];

/** Side of a drawing as an image, in pixels. */
const SIDE = 400;

/** A drawing as the text of an SVG file, on white. */
export function svgOf({ svg }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 200 200" fill="none"><path fill="#fff" d="M0 0h200v200H0z"/>${svg}</svg>`;
}

/** A drawing as an address for an `img`. */
export const addressOf = (drawing: Drawing) => `data:image/svg+xml,${encodeURIComponent(svgOf(drawing))}`;

/** A drawing as a PNG file. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(drawing);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, SIDE, SIDE);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the drawing is empty')) : resolve(blob)));
  });
}
