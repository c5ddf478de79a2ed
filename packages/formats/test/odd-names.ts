/** Names that a folder or file may have on Linux, and that something on the way might read as more than a name. */
export const ODD_NAMES = [
  'data[1]',
  '[a-z]',
  'a*b',
  '**',
  'a?b',
  'back\\slash',
  'back\\slash[1]*',
  "it's",
  'say "hi"',
  'a,b;c',
  '100%41',
  'seed=1',
  'tags=new',
  'two\nlines',
  'Zürich 東京',
  ' spaces  within ',
  '{a,b}',
  '#1 & $HOME',
  '~',
  's3:',
  '!(a)',
] as const;

/** One name with most of that at once. */
export const ODDEST_NAME = 'tags=[1]*?\\ \'"{a,b}%41;#é\n$HOME';
