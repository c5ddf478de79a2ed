#!/usr/bin/env node
import { endWithPipe } from '../dist/src/cli/closed-pipe.js';
import { main } from '../dist/src/cli/main.js';

endWithPipe();
process.exitCode = await main(process.argv.slice(2));
