// React 19: the tags as they are, typed by kx-modifier/widgets/jsx.
import "kx-modifier/widgets/define";
import type { KxJsx } from "kx-modifier/widgets/jsx";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { applied, ready, removed, restored, said, shown, START } from "./host.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends KxJsx {}
  }
}

function Screen() {
  const [line, setLine] = useState(START);
  const [otherUsed, setOtherUsed] = useState("400.00");
  const now = shown(line, otherUsed);
  return (
    <>
      <kx-threshold
        name="pt-slp"
        part="balance"
        style={{ maxWidth: "40rem" }}
        readonly={false}
        display={now.bucket}
        otherUsed={otherUsed}
        onkx-usage-changed={({ detail }) => setOtherUsed(detail.amount)}
      />
      <kx-chip
        line="a"
        code="97110"
        decision={now.decision}
        declined={line.kxDeclined}
        onkx-applied={() => setLine(applied())}
        onkx-removed={({ detail }) => setLine(removed(detail))}
        onkx-restored={({ detail }) => setLine(restored(detail))}
      />
      <output>{said(now)}</output>
    </>
  );
}

await ready;
createRoot(document.body.appendChild(document.createElement("main"))).render(<Screen />);
