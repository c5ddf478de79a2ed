import { packagesBeside } from '@hashsight/formats/test/python-packages';
import { findPython, skipWithoutPython } from '@hashsight/torch/test/python';

/** The peers that models and weights are compared with; they run on the torch that the tests already have. */
const PEERS = ['--no-deps', 'torchvision==0.28.0', 'timm==1.0.31', 'pillow==13.0.0'] as const;

/** Python's torch with torchvision and timm, or in one phrase why there is none. */
export async function pythonPeers(): ReturnType<typeof packagesBeside> {
  const python = findPython();
  if (python === undefined || skipWithoutPython !== false) {
    return {
      skip: skipWithoutPython,
      folder: '',
      run: () => {
        throw new Error(String(skipWithoutPython));
      },
    };
  }
  return await packagesBeside(python, ...PEERS);
}
