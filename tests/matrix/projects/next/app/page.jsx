// A server component: it decides on the server, and gives the answer to a component of React that is marked for clients.
import { KxChip } from "kx-modifier/react/chip";
import init, { decide } from "kx-modifier/visit";
import { Again } from "./again";
import { request } from "./request";

export default async function Page() {
  await init();
  const decision = decide(request);
  return (
    <>
      <KxChip code="97110" decision={decision} />
      <Again />
    </>
  );
}
