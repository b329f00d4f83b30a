// The menu of narrow windows, colors, and copies of code. Everything can be read without it.
import { searchable } from "./search.js";

const root = document.documentElement;
const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const theme = find<HTMLButtonElement>("theme");
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const said = () => theme.setAttribute("aria-pressed", String(dark()));
said();
system.addEventListener("change", said);
theme.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  said();
  try {
    localStorage.setItem("kx-docs-theme", root.dataset.theme);
  } catch {
    // It holds for this page then.
  }
});

const menu = find("menu");
const opener = find<HTMLButtonElement>("menu-open");
const open = (on: boolean) => {
  menu.classList.toggle("open", on);
  opener.setAttribute("aria-expanded", String(on));
};
opener.addEventListener("click", () => open(!menu.classList.contains("open")));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu.classList.contains("open")) return;
  open(false);
  opener.focus();
});
const current = menu.querySelector<HTMLElement>("[aria-current]");
if (current && current.offsetTop > menu.clientHeight) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;

for (const code of document.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.querySelector("code")?.textContent ?? "");
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  code.append(button);
}

searchable(document.body.dataset.root ?? "./");
