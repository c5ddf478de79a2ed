# syntax=docker/dockerfile:1
# Serves an exported model: no Python, no LibTorch, no compiler.
#   docker build -t hashsight-serve .
#   docker run --rm -p 8000:8000 -v ./model:/model:ro hashsight-serve
# An index of images goes to /index; further options of startServer are JSON in HASHSIGHT_OPTIONS.

FROM node:20-slim AS build
WORKDIR /hashsight
ENV ONNXRUNTIME_NODE_INSTALL=skip
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npx tsc -b packages/server && npm run build -w apps/web
RUN mkdir /packed && npm pack --pack-destination /packed \
  -w packages/formats -w packages/tagger -w packages/search -w packages/server -w apps/web

FROM node:20-slim
ENV NODE_ENV=production ONNXRUNTIME_NODE_INSTALL=skip
WORKDIR /app
RUN --mount=from=build,source=/packed,target=/packed \
  npm install --ignore-scripts --no-audit --no-fund /packed/*.tgz onnxruntime-node@^1.30.0 && npm cache clean --force
COPY <<'EOF' serve.mjs
import { existsSync } from 'node:fs';
import { startServer } from '@hashsight/server';

const { HASHSIGHT_TOKEN: token, HASHSIGHT_OPTIONS: options = '{}' } = process.env;
const server = await startServer({
  model: '/model',
  host: '0.0.0.0',
  ...(existsSync('/index/index.json') && { index: '/index' }),
  ...(token && { token }),
  ...JSON.parse(options),
});
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => server.close());
EOF
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "serve.mjs"]
