FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# googleapis contains some 300 APIs (240 MB); the bot loads one of them.
RUN npm ci --omit=dev --ignore-scripts \
  && find node_modules/googleapis/build/src/apis -mindepth 1 -maxdepth 1 -type d ! -name calendar -exec rm -r {} +

FROM node:24-slim
ENV NODE_ENV=production \
  DATABASE_URL=file:/data/wg-serving-bot.sqlite
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json manifest.yml ./
COPY src ./src
COPY groups ./groups
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "src/main.ts"]
