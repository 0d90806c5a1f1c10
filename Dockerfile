# Concord without a database of its own: DATABASE_URL names one. docker-compose.yml runs it; docs/running.md explains both.

FROM node:26-slim AS build
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
# The scripts of packages bring another Node and the embedded PostgreSQL; our own generates the Prisma client and comes below.
RUN npm ci --ignore-scripts
COPY prisma.config.ts tsconfig.json ./
COPY prisma prisma
COPY scripts/generate-client.mjs scripts/
COPY src src
RUN npm run postinstall && npm run page
# Last, because what builds is a dependency of development; the optional ones are TypeScript and the embedded PostgreSQL.
RUN npm prune --ignore-scripts --omit=dev --omit=optional

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY package.json LICENSE ./
COPY prisma prisma
COPY seeds seeds
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/src src
COPY --from=build /app/dist dist
# The user `node` of the image, as a number, so that an orchestrator sees that it is not root. It can write nowhere in /app.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli/main.ts"]
CMD ["serve"]
