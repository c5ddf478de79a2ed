import { prepareWithPages } from './post-set.js';

// Run as a process by prepare-restart.test.ts: prepares by the options in the first argument. With a number as the second,
// it ends as by `kill -9` or a power cut, threads and all, when so many events of the progress were told; without one,
// it prints their steps.

const [options = '', last] = process.argv.slice(2);
const steps: string[] = [];
await prepareWithPages({
  ...JSON.parse(options),
  onProgress({ step }) {
    steps.push(step);
    if (steps.length === Number(last)) process.kill(process.pid, 'SIGKILL');
  },
});
console.log(JSON.stringify(steps));
