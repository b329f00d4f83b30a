// The reader of the crate's module graph, on made-up crates that are no larger than what each shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { circles, roomCircles, within } from "../../scripts/lib/graph.mjs";
import { rustGraph } from "../../scripts/lib/rust-graph.mjs";
import { wrongArrows } from "../../scripts/lib/rust-layers.mjs";

/** Each file with what it uses: `{ "src/a.rs": { "src/b.rs": "Name" } }`. */
const arrowsOf = (files) =>
  Object.fromEntries(
    [...rustGraph(files)].flatMap(([file, targets]) =>
      targets.size === 0 ? [] : [[file, Object.fromEntries([...targets].map(([to, names]) => [to, [...names].sort().join(" ")]))]],
    ),
  );
const plain = (graph) => new Map([...graph].map(([file, targets]) => [file, [...targets.keys()]]));

test("paths from the crate, from above, from here and through braces", () => {
  assert.deepEqual(
    arrowsOf({
      "src/lib.rs": "mod money; pub mod rules;",
      "src/money.rs": "pub struct Money; pub fn zero() {}",
      "src/rules/mod.rs": "mod one; mod two; pub struct Shared;",
      "src/rules/one.rs": "use crate::{money::{self, Money as Dollars}, rules::two::Two}; fn f() { money::zero(); }",
      "src/rules/two.rs": "use super::Shared; fn f() -> super::one::One { self::g(); crate::money::zero() } fn g() {}",
    }),
    {
      "src/rules/one.rs": { "src/money.rs": "Money self zero", "src/rules/two.rs": "Two" },
      "src/rules/two.rs": { "src/rules/mod.rs": "Shared", "src/rules/one.rs": "One", "src/money.rs": "zero" },
    },
  );
});

test("a name that is passed on is taken from who passes it on; a module that is passed on leads further", () => {
  assert.deepEqual(
    arrowsOf({
      "src/lib.rs": "mod ground; mod top; pub use ground::money::Money;",
      "src/ground/mod.rs": "pub mod money; pub use money as cash;",
      "src/ground/money.rs": "pub struct Money; impl Money { pub const ZERO: Money = Money; }",
      "src/top.rs": "use crate::Money; use crate::ground::cash; fn f() { cash::Money::ZERO; }",
    }),
    {
      "src/lib.rs": { "src/ground/money.rs": "Money" },
      "src/ground/mod.rs": { "src/ground/money.rs": "self" },
      "src/top.rs": { "src/lib.rs": "Money", "src/ground/mod.rs": "cash", "src/ground/money.rs": "Money" },
    },
  );
});

test("all of a module, macros by their two ways, modules inside a file", () => {
  assert.deepEqual(
    arrowsOf({
      "src/lib.rs": "#[macro_use]\nmod say; mod check; mod user;",
      "src/say.rs": "macro_rules! say { () => { $crate::check::ok() } }",
      "src/check.rs": "pub fn ok() {} macro_rules! check { () => {} } pub(crate) use check;",
      "src/user.rs":
        "use crate::check::*; mod inner { use crate::check::check; use super::Own; fn f() { say!(); check!(); } } struct Own; fn g() { println!(); }",
    }),
    {
      "src/say.rs": { "src/check.rs": "ok" },
      "src/user.rs": { "src/check.rs": "* check", "src/say.rs": "say!" },
    },
  );
});

test("a module that came with all of its parent leads on; a file that is tests alone uses nothing", () => {
  assert.deepEqual(
    arrowsOf({
      "src/lib.rs": "mod audit;",
      "src/audit/mod.rs": "pub mod rows; mod view; #[cfg(test)] #[rustfmt::skip] mod tests;",
      "src/audit/rows.rs": "pub struct Row;",
      "src/audit/view.rs": "use super::*; fn f() -> rows::Row { rows::Row }",
      "src/audit/tests.rs": "use super::view::f; mod inner;",
      "src/audit/tests/inner.rs": "use crate::audit::rows::Row;",
    }),
    { "src/audit/view.rs": { "src/audit/mod.rs": "*", "src/audit/rows.rs": "Row" } },
  );
});

test("comments, texts, lifetimes, tests, visibility and other crates are no use", () => {
  assert.deepEqual(
    arrowsOf({
      "src/lib.rs": "mod a; mod b;",
      "src/a.rs": `
      //! [crate::b::B] /* crate::b::B */
      /* nested /* crate::b::B */ crate::b::B */
      pub(in crate::b) struct A<'a>(&'a str);
      const TEXT: &str = "crate::b::B \\" crate::b::B"; const RAW: &str = r#"" crate::b::B"#; const C: char = '"'; const D: u8 = b'\\'';
      use std::fmt; use serde::b::B; fn f<'b>(_: &'b str) { fmt::b::B; } pub(crate) fn g() {}
      #[cfg(test)] mod tests { use crate::b::B; }
      #[cfg(test)] #[allow(unused)] use crate::b::B;
      #[cfg(all(test, unix))] fn h() -> crate::b::B { B }
      include!(concat!(env!("OUT_DIR"), "/crate::b.rs"));
      fn last() { let _ = 1..2; }`,
      "src/b.rs": "#[cfg(not(test))] use crate::a::A; pub struct B;",
    }),
    { "src/b.rs": { "src/a.rs": "A" } },
  );
});

test("a parent that uses its child, and the child its parent, are a circle; declaring a module is no use", () => {
  const graph = rustGraph({
    "src/audit/mod.rs": "mod findings; pub struct Line; fn f() { findings::of() }",
    "src/audit/findings.rs": "use super::Line; pub fn of() {}",
    "src/worklist/mod.rs": "mod kind; pub struct Row;",
    "src/worklist/kind.rs": "use super::Row;",
  });
  assert.deepEqual(circles(plain(graph)), [["src/audit/findings.rs", "src/audit/mod.rs"]]);
  assert.deepEqual(within(["src/audit/findings.rs", "src/audit/mod.rs"], graph), [
    "src/audit/mod.rs → src/audit/findings.rs (of)",
    "src/audit/findings.rs → src/audit/mod.rs (Line)",
  ]);
});

test("circles that share a file are one, those apart are two, and a long way round is found", () => {
  assert.deepEqual(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["a", "c"]],
        ["c", ["b", "d"]],
        ["d", []],
        ["x", ["y"]],
        ["y", ["z"]],
        ["z", ["x", "a"]],
      ]),
    ),
    [
      ["a", "b", "c"],
      ["x", "y", "z"],
    ],
  );
  assert.deepEqual(
    circles(
      new Map([
        ["a", ["a", "b", "c"]],
        ["b", ["c"]],
        ["c", []],
      ]),
    ),
    [],
  );
});

test("folders as a whole make a circle that their files do not", () => {
  const files = new Map([
    ["src/one/a.rs", ["src/two/b.rs"]],
    ["src/two/b.rs", []],
    ["src/two/c.rs", ["src/one/d.rs"]],
    ["src/one/d.rs", []],
  ]);
  assert.deepEqual(circles(files), []);
  assert.deepEqual(roomCircles(files), [["src/one", "src/two"]]);
  assert.deepEqual(within(["src/one", "src/two"], files), ["src/one/a.rs → src/two/b.rs", "src/two/c.rs → src/one/d.rs"]);
  // A file beside a folder is a room of its own.
  assert.deepEqual(
    roomCircles(
      new Map([
        ["src/a.rs", ["src/in/b.rs"]],
        ["src/in/b.rs", []],
        ["src/in/c.rs", ["src/a.rs"]],
      ]),
    ),
    [["src/a.rs", "src/in"]],
  );
  assert.deepEqual(
    roomCircles(
      new Map([
        ["src/in/b.rs", ["src/d.rs"]],
        ["src/a.rs", ["src/in/b.rs"]],
        ["src/d.rs", []],
      ]),
    ),
    [],
  );
});

test("an upward arrow, one to the front, a packer that is no shape and a file in no layer are named; the rest is in order", () => {
  const said = wrongArrows(
    rustGraph({
      "src/lib.rs": "mod ground; mod visit; mod wall; pub use ground::money::Money; pub use wall::table;",
      "src/ground/mod.rs": "pub mod money; pub mod packed;",
      "src/ground/money.rs": "use crate::visit::decision::Decision; pub struct Money;",
      "src/ground/packed/mod.rs": "pub struct Reader;",
      "src/visit/mod.rs": "pub mod decision;",
      "src/visit/decision/mod.rs": "use crate::Money; use crate::ground::packed::Reader; pub struct Decision;",
      "src/visit/decision/shape.rs": "use super::Decision; use crate::ground::{money::Money, packed::Reader};",
      "src/wall/mod.rs": "use crate::visit::decision::shape::read; use crate::ground::packed::Reader; pub fn table() {}",
      "src/api.rs": "",
    }),
  );
  assert.deepEqual(said, [
    "src/api.rs: lies in none of ground, visit, account, claims, wall",
    "src/ground/money.rs → src/visit/decision/mod.rs (Decision): ground knows nothing of visit",
    "src/visit/decision/mod.rs → src/lib.rs (Money): the crate's front is for those outside it",
    "src/visit/decision/mod.rs → src/ground/packed/mod.rs (Reader): only shapes and the wall read and write what crosses",
  ]);
});
