// The site: its pages from nav.mjs, one layout, no template language inside the texts.
import { join } from "node:path";
import { api } from "./lib/api.mjs";
import { root } from "./lib/files.mjs";
import { linker } from "./lib/links.mjs";
import { markdown } from "./lib/markdown.mjs";
import { passages, slug } from "./lib/sections.mjs";
import { navigation } from "./nav.mjs";

const work = join(root, "target", "docs-work");

/** The reference's pages, each in a folder of its own as all others are. */
async function reference() {
  const found = await api(work);
  return found.map(({ path, markdown: body }) => {
    const folder = path.endsWith("index.md");
    const [, title = "API"] = /^# (.+)$/m.exec(body) ?? [];
    return {
      url: `api/${folder ? path.replace("index.md", "") : path.replace(".md", "/")}`,
      title: title.replaceAll("\\", "").replace(/^.*documentation$/i, "API"),
      body: () => body.replace(/^# .+$/m, ""),
      api: true,
      folder,
      under: "api/",
    };
  });
}

export default async function site(config) {
  const groups = navigation();
  const listed = groups.flatMap(({ pages }) => pages);
  const pages = [
    ...listed.filter((page) => !page.elsewhere && !page.api),
    ...listed.flatMap((page) => page.below?.().map((one) => ({ ...one, under: page.url })) ?? []),
    ...(await reference()),
  ];
  const md = markdown(linker(pages));
  const found = [];
  for (const page of pages) {
    const body = page.body();
    found.push(
      ...passages(body)
        .filter(({ words }) => words)
        .map((one) => ({ url: page.url, title: page.title, anchor: one.heading ? slug(one.heading) : undefined, ...one })),
    );
    config.addTemplate(`${page.url}index.md`, body, {
      page_: page,
      title: page.title,
      layout: page.layout ?? "page",
      permalink: `${page.url}index.html`,
    });
  }
  config.addTemplate("search.11ty.js", { render: () => JSON.stringify(found) }, { permalink: "search.json", eleventyExcludeFromCollections: true });
  config.addGlobalData("groups", groups);
  config.setLibrary("md", { render: (body, data) => md.render(body, { page: data.page_ ?? { url: "" } }) });
  config.setLayoutResolution?.(true);
  config.addPassthroughCopy({ assets: "assets" });
  return {
    dir: { input: "src", includes: "_includes", output: join(root, "target", "docs-site") },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
