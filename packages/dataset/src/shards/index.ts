export { readPlace } from './read-place.js';
export { LARGEST_CONTENTS, readShard } from './read-shard.js';
export type { MemberPlace, SamplePlace, ShardMember, ShardSample } from './shard.js';
export { readShardIndex, shardIndexFile, writeShardIndex } from './shard-index.js';
export { writeShard } from './write-shard.js';
