export { type ServerOptions, serverOptionsSchema } from './server-options.js';
export { type RunningServer, startServer } from './start-server.js';
