// Functions of the package that somebody looks over the shoulder of. No imports: this goes into a page as well.

/** The same function; `seen` is told each answer and each refusal, with the function's name, or "session." and the method's. */
export function watch(name, given, seen) {
  return (...args) => {
    let answer;
    try {
      answer = given(...args);
    } catch (error) {
      if (error?.name === "KxError") seen("refusal", { code: error.code, path: error.path, message: error.message, help: error.help });
      throw error;
    }
    seen(name, answer);
    return name === "openAppointment" ? watchSession(answer, seen) : answer;
  };
}

function watchSession(session, seen) {
  const methods = new Map();
  return new Proxy(session, {
    get(target, key) {
      const value = target[key];
      if (typeof value !== "function") return value;
      // Its own fields are private, so that the session itself has to be called.
      if (!methods.has(key)) methods.set(key, typeof key === "symbol" ? value.bind(target) : watch(`session.${key}`, value.bind(target), seen));
      return methods.get(key);
    },
  });
}

/** What gives no answer of the rules. */
const UNWATCHED = new Set(["default", "init", "initSync", "KxError"]);
export const isWatched = (name, value) => typeof value === "function" && !UNWATCHED.has(name);
