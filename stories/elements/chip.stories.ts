import { html } from "lit";
import { decide, type DecisionRequest } from "kx-modifier";
import { about } from "../code/write.ts";
import { all, press } from "../host/act.ts";
import { attempt, host } from "../host/host.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";

export default { title: "kx-chip", parameters: about("chip") };

export const Live = live(
  "chip",
  { code: "97110", modifiers: "GP", used: "2512.30", autoApplyKx: true, withoutWhy: false },
  ({ code, modifiers, used, autoApplyKx, withoutWhy }) =>
    host({ modifiers: modifiers.toUpperCase().split(/[ ,]+/).filter(Boolean), declined: null as string | null }, (state, set) => {
      const { answer } = attempt(used, () =>
        decide({
          appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
          coverage: { program: "medicare-part-b" },
          preferences: { autoApplyKx },
          usage: { used: { "PT/SLP": used } },
          line: { id: "1", code, modifiers: state.modifiers, ...(state.declined === null ? {} : { kxDeclined: state.declined }) },
        }),
      );
      return html`
        <kx-chip
          .line=${"1"} .code=${code} .decision=${answer ?? null} .declined=${state.declined} ?without-why=${withoutWhy}
          @kx-applied=${() => set({ modifiers: [...state.modifiers, "KX"], declined: null })}
          @kx-removed=${({ detail }: HTMLElementEventMap["kx-removed"]) => set({ modifiers: detail.modifiers, declined: detail.reason })}
          @kx-way-out=${({ detail }: HTMLElementEventMap["kx-way-out"]) => set({ modifiers: detail.modifiers })}
          @kx-restored=${({ detail }: HTMLElementEventMap["kx-restored"]) => set({ modifiers: detail.modifiers, declined: null })}
        ></kx-chip>
      `;
    }),
  {
    modifiers: { description: "The line's modifiers, with spaces between" },
    used: { description: "Used of the PT/SLP threshold of 2026 ($2,480.00)" },
    autoApplyKx: { description: "The preference *Auto-Apply KX Modifier*" },
  },
);
export const Api = api("chip");

type Change = Partial<Omit<DecisionRequest, "line">> & { line?: Partial<DecisionRequest["line"]> };

const story = ({ line = {}, ...context }: Change = {}) => ({
  render: () => {
    const { modifiers: own = ["GP"], kxDeclined: declined, ...rest } = line;
    return host({ modifiers: own, declined: declined ?? (null as string | null) }, ({ modifiers, declined }, set) => {
      const decision = decide({
        appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
        coverage: { program: "medicare-part-b" },
        preferences: { autoApplyKx: true },
        usage: { used: { "PT/SLP": "2512.30" } },
        ...context,
        line: { id: "1", code: "97110", allowed: "31.40", ...rest, modifiers, ...(declined === null ? {} : { kxDeclined: declined }) },
      });
      return html`
        <kx-chip
          .line=${"1"}
          .code=${line.code ?? "97110"}
          .decision=${decision}
          .declined=${declined}
          @kx-applied=${() => set({ modifiers: [...modifiers, "KX"], declined: null })}
          @kx-removed=${({ detail }: HTMLElementEventMap["kx-removed"]) => set({ modifiers: detail.modifiers, declined: detail.reason })}
          @kx-way-out=${({ detail }: HTMLElementEventMap["kx-way-out"]) => set({ modifiers: detail.modifiers })}
          @kx-restored=${({ detail }: HTMLElementEventMap["kx-restored"]) => set({ modifiers: detail.modifiers, declined: null })}
        ></kx-chip>
      `;
    });
  },
});

const BY_HAND = { preferences: { autoApplyKx: false } };

export const NotDue = story({ usage: { used: { "PT/SLP": "900.00" } } });
export const Added = story();
export const Check = story(BY_HAND);
export const CheckOnACrossingLine = story({ usage: { used: { "PT/SLP": "2470.00" } } });
export const OnTheLine = story({ line: { modifiers: ["GP", "KX"] } });
export const CheckEarly = story({ line: { modifiers: ["GP", "KX"] }, usage: { used: { "PT/SLP": "900.00" } } });
export const Declined = story({ line: { kxDeclined: "" } });
export const DeclinedWithReason = story({ line: { kxDeclined: "Documentation is incomplete" } });
export const DeclinedButPresent = story({ line: { modifiers: ["GP", "KX"], kxDeclined: "Not medically necessary" } });
export const BilledAsNotNecessary = story({ line: { modifiers: ["GP", "GA"] } });
export const CheckTheRecord = story({ documentation: {} });
export const CheckNothingKnown = story({ usage: {} });
export const ModifiersInTheNote = story({ line: { modifiers: ["GP", "99"] } });
export const OpposingModifierBesideKx = story({ line: { modifiers: ["GP", "KX", "GY"] } });
export const NoModifierPlace = story({ line: { modifiers: ["GP", "CQ", "59", "76"] } });
export const TherapyModifierOfAnother = story({ line: { modifiers: ["GO"] } });
export const UnconfirmedCode = story({ line: { code: "97010" } });
export const DocumentationRequired = story({ policy: { documentation: "require" }, documentation: { treatmentDaysSinceProgressReport: 12 } });
export const TotalsOfAnotherYear = story({ usage: { used: { "PT/SLP": "2512.30" }, asOf: "2025-12-30" } });
export const NotMedicare = story({ coverage: { program: "other" } });

export const TooltipOpen = { ...story(), play: press(".face") };
export const WhyOpen = { ...story(BY_HAND), play: press("[aria-controls=why]") };
export const JustAdded = { ...story(BY_HAND), play: press(".add") };
export const WayOutTaken = { ...story({ line: { modifiers: ["GP", "KX", "GA"] } }), play: press(".way") };
export const Corrected = { ...story({ line: { modifiers: ["GO"] } }), play: press(".way") };
export const AskingWhy = { ...story(), play: press(".remove") };
export const ReasonGiven = { ...story(), play: press(".remove", "[role=dialog] li:nth-child(2) button") };
export const DeclineUndone = { ...story(), play: all(press(".remove"), press(".primary")) };
const ATTESTATION = { asks: true, standing: null, by: "Kim Lee, PT", plan: { discipline: "PT", until: "2026-10-31" } } as const;
const answer = { by: "Kim Lee, PT", at: "2026-07-01T15:04:05-04:00", reason: null };

/** With a record of attestations that requires an answer. */
const attested = (standing: null | { answer: "add-kx" | "leave-kx-off"; by: string; at: string; reason: string | null }, line: object = {}, asks = true) => ({
  render: () => {
    const decision = decide({
      line: { id: "1", code: "97110", modifiers: ["GP"], ...line },
      appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      usage: { used: { "PT/SLP": "2512.30" } },
      policy: { attestation: standing || !asks ? "record" : "require" },
    });
    return html`<kx-chip line="1" code="97110" .decision=${decision} .declined=${decision.state === "declined" ? "" : null} .attestation=${{ ...ATTESTATION, standing, asks }}></kx-chip>`;
  },
});
export const AttestationRequired = attested(null);
export const AskingAClinician = { ...attested(null), play: press(".add") };
export const AttestationMissingOnTheLine = attested(null, { modifiers: ["GP", "KX"] });
/** Without a required answer the offer is a quiet one. */
export const AttestationOffered = attested(null, { modifiers: ["GP", "KX"] }, false);
export const Attesting = { ...attested(null, { modifiers: ["GP", "KX"] }, false), play: press(".attest-it") };
export const Attested = attested({ ...answer, answer: "add-kx" }, { modifiers: ["GP", "KX"] });
export const LeftOffByAClinician = attested(
  { ...answer, answer: "leave-kx-off", reason: "Not medically necessary" },
  { kxDeclined: "Not medically necessary" },
);

export const WithoutWhy = {
  render: () =>
    html`<kx-chip code="97110" without-why .decision=${decide({
      line: { code: "97110", modifiers: ["GP"] },
      appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      usage: { used: { "PT/SLP": "2512.30" } },
    })}></kx-chip>`,
};
