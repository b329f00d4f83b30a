// A long-lived process that does one thing when it is told to, and answers.
import { fork } from "node:child_process";

export class Worker {
  #child;
  #waiting = null;
  #ended = null;

  /** `first` is what it says of itself once it is ready. */
  static async start(file, argument, options = []) {
    const worker = new Worker();
    worker.#child = fork(file, [JSON.stringify(argument)], { execArgv: options, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let said = "";
    worker.#child.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-2000);
    });
    worker.#child.on("message", (message) => worker.#settle(message));
    worker.#child.on("exit", (code, signal) => {
      worker.#ended = `it ended with ${signal ?? code}${said ? `: ${said.trim().split("\n")[0].slice(0, 200)}` : ""}`;
      worker.#settle({ failed: worker.#ended });
    });
    worker.first = await worker.#answer();
    return worker;
  }

  #answer() {
    if (this.#ended !== null) return Promise.resolve({ failed: this.#ended });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #settle(message) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(message);
  }

  ask(message) {
    const answer = this.#answer();
    if (this.#ended === null) this.#child.send(message);
    return answer;
  }

  end() {
    this.#child.kill();
  }
}
