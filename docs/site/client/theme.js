// Before anything is drawn: the colors that were chosen last.
try {
  const theme = localStorage.getItem("kx-docs-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's colors stand.
}
document.documentElement.dataset.script = "yes";
