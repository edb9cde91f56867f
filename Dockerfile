# syntax=docker/dockerfile:1

# The dashboard, and the sample as a snapshot: made once, here, so that a machine starts without making anything.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Scripts are left out: the only one that is allowed brings a Node 24 along, which this image is.
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/vite/bin/vite.js build client
RUN node data/sample/main.ts --out /sample && node engines/nation/main.ts /sample

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE NOTICE ./
COPY data data
COPY engines engines
COPY schema schema
COPY server server
COPY --from=build /app/client/dist client/dist
COPY --from=build --chown=node:node /sample /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: it takes SIGTERM, ends what is in flight and exits 0.
CMD ["node", "server/main.ts"]
