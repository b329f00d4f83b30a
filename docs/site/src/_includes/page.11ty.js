// The one layout: bar, navigation, text, and what is on the page. Links are relative, so that the site can be put into any folder.
import { shell } from "../../lib/shell.mjs";

export const render = (data) => shell(data, `<article class="text">\n<h1>${data.title}</h1>\n${data.content}\n</article>`);
