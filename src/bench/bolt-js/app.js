// Answers a mention with the best passage of the guide, as the advisor does, but keeps nothing and proves nothing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import bolt from "@slack/bolt";
import MiniSearch from "minisearch";

const guide = process.env.GUIDE;
const passages = readdirSync(guide)
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) =>
    readFileSync(join(guide, file), "utf8")
      .split(/^#+ /m)
      .filter((text) => text.trim())
      .map((text, i) => ({
        id: `${file}-${i}`,
        title: text.split("\n", 1)[0],
        text: text.slice(text.indexOf("\n") + 1).trim(),
      })),
  );

const search = new MiniSearch({ fields: ["title", "text"], storeFields: ["title", "text"] });
search.addAll(passages);

const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: bolt.LogLevel.ERROR,
});

app.event("app_mention", async ({ event, say }) => {
  const [best] = search.search(event.text.replace(/<[^>]*>/g, ""), { prefix: true, fuzzy: 0.2 });
  const quote = best ? best.text.slice(0, 600) : "That is not in the guide.";
  await say({
    text: quote,
    thread_ts: event.ts,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: "> " + quote.replaceAll("\n", "\n> ") } },
      { type: "context", elements: [{ type: "mrkdwn", text: best ? best.title : " " }] },
    ],
  });
});

await app.start(Number(process.env.PORT));
