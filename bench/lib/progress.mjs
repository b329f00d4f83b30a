// What is being done, on a terminal only, in one line that is gone when something is printed.
export function progress(label) {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K  … ${label}`);
}
export const done = () => {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
};
