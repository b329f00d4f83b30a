// A text that names what is not there is found: each kind planted once, beside what is right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { knownThings } from "../../scripts/lib/known.mjs";
import { wrongMentions } from "../../scripts/lib/mentions.mjs";

const known = { ...knownThings(), hasLink: (path) => path === "docs/frameworks.md" };
const found = (text) => wrongMentions(text, known).map(({ line, what }) => `${line} ${what}`);

/** In two pieces, since a name that stands in a file of the project is one. */
const GONE = ["decideNothing", "AtAll"].join("");
const GONE_TAG = ["kx-gone", "away"].join("-");

const RIGHT = `
\`src/visit/decision/notices.rs\`, \`www/widgets/NAME/element.ts\`, \`bulk.rs\`, \`dist/index.js\`, \`tests/spec/*.csv\`, [there](docs/frameworks.md#dark), [out](https://example.org)
\`npm run build\`, \`npm test -- rust web\`, \`npm test -- all every one\`, \`kx-modifier scrub-837 --table\`, \`kx-modifier/widgets/chip/define\`, \`kx-modifier/react\`
\`openAppointment\`, \`KxChip\`, \`kx-chip\`, \`in_field\`, \`decide\`
\`\`\`sh
node scripts/build.mjs
npx kx-modifier decide --table request.json # src/of/the/reader.ts is no file of ours
\`\`\`
`;

test("what is there may be named", () => assert.deepEqual(found(RIGHT), []));

for (const [text, what] of [
  ["`src/visit/gone.rs`", "there is no file src/visit/gone.rs"],
  ["see `gone.mjs`.", "there is no file gone.mjs"],
  ["`www/widgets/{chip,gone}/none.ts`", "there is no file www/widgets/{chip,gone}/none.ts"],
  ["```sh\nnode scripts/gone.mjs\n```", "there is no file scripts/gone.mjs"],
  ["`npm run gone` does it", "there is no npm script gone"],
  ["`npm test -- gone`", "there is no check gone"],
  ["`kx-modifier gone --table`", "there is no command kx-modifier gone"],
  ["```sh\nnpx kx-modifier gone file\n```", "there is no command kx-modifier gone"],
  ['```js\nimport "kx-modifier/gone";\n```', "there is no entry kx-modifier/gone"],
  ["`kx-modifier/widgets/gone`", "there is no entry kx-modifier/widgets/gone"],
  [`\`${GONE}()\``, `nothing is called ${GONE}`],
  [`\`Discipline::${GONE}\``, `nothing is called ${GONE}`],
  [`\`${GONE_TAG}\``, `nothing is called ${GONE_TAG}`],
  ["[there](docs/gone.md)", "the link to docs/gone.md leads nowhere"],
]) {
  test(`found: ${text.replace(/\n/g, " ")}`, () => {
    const all = found(text);
    assert.equal(all.length, 1, all.join());
    assert.ok(all[0].endsWith(what), all[0]);
  });
}
