// React by the components of kx-modifier/react.
import { KxChip, KxThreshold } from "kx-modifier/react";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { applied, ready, removed, restored, said, shown, START } from "./host.js";

function Screen() {
  const [line, setLine] = useState(START);
  const [otherUsed, setOtherUsed] = useState("400.00");
  const now = shown(line, otherUsed);
  return (
    <>
      <KxThreshold display={now.bucket} otherUsed={otherUsed} onKxUsageChanged={({ detail }) => setOtherUsed(detail.amount)} />
      <KxChip
        line="a"
        part="chip"
        style={{ maxWidth: "40rem" }}
        disabled={false}
        code="97110"
        decision={now.decision}
        declined={line.kxDeclined}
        onKxApplied={() => setLine(applied())}
        onKxRemoved={({ detail }) => setLine(removed(detail))}
        onKxRestored={({ detail }) => setLine(restored(detail))}
      />
      <output>{said(now)}</output>
    </>
  );
}

await ready;
createRoot(document.body.appendChild(document.createElement("main"))).render(<Screen />);
