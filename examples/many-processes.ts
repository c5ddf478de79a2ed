// One model, trained by many processes: the same program runs in each, and `train` takes its part of every step.
//   node examples/dist/many-processes.js [EPOCHS] [IMAGE SIZE]                                 starts two processes
//   torchrun --nproc-per-node 8 --no-python node examples/dist/many-processes.js               on a machine with 8 GPUs
// srun and a Kubernetes PyTorchJob start it in the same way: see docs/many-processes.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { distributed } from '@hashsight/torch';
import { train } from 'hashsight';

const [epochs = '20', imageSize = '128'] = process.argv.slice(2);

if (process.env.RANK === undefined && process.env.SLURM_PROCID === undefined) {
  const [torchrun = 'torchrun', ...words] = distributed.torchrunCommand();
  const program = [process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const launcher = [...words, '--standalone', '--nproc-per-node=2', '--max-restarts=3', '--no-python'];
  process.exitCode = spawnSync(torchrun, [...launcher, ...program], { stdio: 'inherit' }).status ?? 1;
} else {
  await train({
    data: 'data',
    out: 'runs/many-processes',
    model: 'resnext14_32x4d',
    epochs: Number(epochs),
    batchSize: 16, // of each process; the learning rate grows with all of them together
    preprocessing: { imageSize: Number(imageSize) },
    resume: 'auto', // torchrun starts the processes again when one of them ends before its time
    onEvent(event) {
      // Only rank 0 tells what happens.
      if (event.kind === 'start')
        console.log(`${event.worldSize} processes, ${event.globalBatchSize} images per step`);
      if (event.kind === 'epoch') console.log(`epoch ${event.epoch} of ${event.epochs}`);
    },
  });
}
