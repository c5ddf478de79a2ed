export { broadcastBuffers, broadcastModule } from './broadcast-module.js';
export { initProcessGroup, type ProcessGroupOptions } from './init-process-group.js';
export { type Backend, ProcessGroup, type RankInfo, type ReduceOperation } from './process-group.js';
export { Reducer, type ReducerOptions } from './reducer.js';
export { torchrunCommand } from './torchrun.js';
