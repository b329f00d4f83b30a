/**
 * The same object, but one of its fields throws when it is read. It is of a class, and so no plain data: the module reads it itself, and
 * what is thrown passes through it. That is how a fault of the module looks, too.
 */
export function trapping(value, field, thrown = new RangeError("mine")) {
  const odd = Object.assign(new (class Odd {})(), value);
  Object.defineProperty(odd, field, {
    enumerable: true,
    get() {
      throw thrown;
    },
  });
  return odd;
}
