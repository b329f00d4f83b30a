// The open appointment. Its context crosses to the core once; after that only what has changed does.
import type { AppointmentLine, AppointmentRequest, AppointmentSession, Condition, Decision, ServiceType, ThresholdCards } from "kx-modifier";
import { isRefusal, type Functions } from "./functions.js";

export type Context = Omit<AppointmentRequest, "lines">;
export type NamedLine = AppointmentLine & { id: string };

export interface Standing {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: ThresholdCards | null;
  /** Whether Medicare's therapy benefits apply to this encounter at all, and the core's sentence about it. */
  benefits: Condition | undefined;
  /** The bucket of the rendering provider. */
  serviceType: ServiceType | null;
}

interface Open {
  session: AppointmentSession;
  /** What the session cannot change: another one of these needs another session. */
  fixed: string;
  autoApplyKx: boolean;
  otherUsed: Map<ServiceType, string>;
  /** The lines as they were sent, in their order. */
  lines: Map<string, string>;
}

export class Appointment {
  private open: Open | null = null;

  constructor(private readonly kx: Functions) {}

  /** The rules have changed: an open session keeps those it was opened with. */
  reopen(): void {
    this.open?.session.close();
    this.open = null;
  }

  /** Brings the session to where the visit stands. What the core refuses is thrown, and the next call goes on from there. */
  standing(context: Context, lines: readonly NamedLine[]): Standing {
    try {
      return this.bring(context, lines);
    } catch (error) {
      if (!isRefusal(error) || error.code !== "session-lost") throw error;
      this.open = null;
      return this.bring(context, lines);
    }
  }

  /** Frees what the module holds of it. */
  close(): void {
    this.open?.session.close();
    this.open = null;
  }

  private bring(context: Context, lines: readonly NamedLine[]): Standing {
    const open = this.opened(context);
    this.settings(open, context);
    this.lines(open, lines);
    const { session } = open;
    // An appointment without lines has no decision to read these from, so the core is asked about a line that is not kept.
    const { conditions, serviceType } = session.decide({ code: "97110" });
    return {
      decisions: new Map(session.lines().map(({ line, decision }) => [line.id ?? "", decision])),
      thresholds: session.thresholds(),
      benefits: conditions.find(({ id }) => id === "medicare-benefits"),
      serviceType,
    };
  }

  private opened(context: Context): Open {
    const { preferences, usage: { otherUsed = {}, ...usage } = {}, ...rest } = context;
    // An amount that is taken away again is another thing than zero, so it needs another session.
    const fixed = JSON.stringify([rest, usage, Object.keys(otherUsed).sort()]);
    if (this.open?.fixed === fixed) return this.open;
    const session = this.kx.openAppointment(context);
    this.open?.session.close();
    this.open = {
      session,
      fixed,
      autoApplyKx: preferences?.autoApplyKx ?? false,
      otherUsed: new Map(Object.entries(otherUsed) as [ServiceType, string][]),
      lines: new Map(),
    };
    return this.open;
  }

  private settings(open: Open, { preferences, usage }: Context): void {
    const autoApplyKx = preferences?.autoApplyKx ?? false;
    if (open.autoApplyKx !== autoApplyKx) open.session.setAutoApplyKx(autoApplyKx);
    open.autoApplyKx = autoApplyKx;
    for (const [serviceType, amount] of Object.entries(usage?.otherUsed ?? {}) as [ServiceType, string][]) {
      if (open.otherUsed.get(serviceType) === amount) continue;
      open.session.setOtherUsed(serviceType, amount);
      open.otherUsed.set(serviceType, amount);
    }
  }

  private lines({ session, lines: sent }: Open, wanted: readonly NamedLine[]): void {
    const remove = (id: string): void => {
      session.remove(id);
      sent.delete(id);
    };
    const ids = new Set(wanted.map(({ id }) => id));
    for (const id of [...sent.keys()]) if (!ids.has(id)) remove(id);
    // A session adds at the end. A line that comes in between (an intervention that gets its code late) takes those after it along.
    const kept = [...sent.keys()];
    const first = kept.findIndex((id, place) => wanted[place]?.id !== id);
    if (first >= 0) for (const id of kept.slice(first)) remove(id);
    for (const line of wanted) {
      const text = JSON.stringify(line);
      if (sent.get(line.id) === text) continue;
      if (sent.has(line.id)) session.update(line);
      else session.add(line);
      sent.set(line.id, text);
    }
  }
}
