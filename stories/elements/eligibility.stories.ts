import { html } from "lit";
import type { KxEventDetails } from "kx-modifier/widgets";
import { about } from "../code/write.ts";
import { all, enter, press } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-eligibility", parameters: about("eligibility") };

export const Live = liveAtDesk("eligibility", html`<kx-eligibility></kx-eligibility>`, { patient: "elsewhere" });
export const Api = api("eligibility");

type Asked = KxEventDetails["kx-eligibility-asked"];
type Done = NonNullable<Parameters<typeof atDesk>[0]["done"]>;

const story = (figure?: Partial<Asked>, more: Done = []) => ({
  render: () =>
    atDesk(
      {
        patient: "elsewhere",
        done: [
          ...(figure ? [["kx-eligibility-asked", { serviceType: "PT/SLP", kind: "used", amount: "1900.00", asOf: "2025-10-16", ...figure }] as const] : []),
          ...more,
        ],
      },
      html`<kx-eligibility></kx-eligibility>`,
    ),
  play: press(".toggle"),
});

export const Closed = { render: story().render };
export const Open = story();
export const Used = story({});
export const Remaining = story({ kind: "remaining", amount: "210.00" });
export const LessThanOurOwn = story({ amount: "100.00" });
export const RefusedAmount = story({ amount: "about 1900" });
export const RefusedDay = story({ asOf: "2025-10-99" });
export const AskedAbout = { ...story(), play: all(press(".toggle"), enter("#amount", "50,000")) };
export const Accepted = { render: story({}, [["kx-eligibility-accepted", { serviceType: "PT/SLP" }]]).render };
