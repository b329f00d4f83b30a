// One open appointment. The module holds the context; here is only its handle.
import type * as Kx from "./index.js";
import { KxError } from "./error.js";

/** What a session needs of the package that holds it. */
export interface Holder {
  /** Counts the instances: what was handed out by an earlier one is gone. */
  epoch(): number;
  /** The names of the methods, in the order in which the module knows them. */
  methods: readonly string[];
  open(context: unknown): number;
  call(handle: number, method: number, values: readonly unknown[], fields: readonly string[]): unknown;
  close(handle: number): void;
}

interface Held {
  readonly handle: number;
  readonly epoch: number;
}

/** `openAppointment` of a package. */
export function openerOf(holder: Holder): typeof Kx.openAppointment {
  const METHOD = Object.fromEntries(holder.methods.map((name, index) => [name, index])) as Record<Exclude<keyof Kx.AppointmentSession, "close">, number>;

  function release({ handle, epoch }: Held): void {
    if (epoch === holder.epoch()) holder.close(handle);
  }

  /** A session that is forgotten without `close` is freed when its object is collected. */
  const forgotten = new FinalizationRegistry<Held>(release);

  class Session implements Kx.AppointmentSession {
    #held: Held | null;

    constructor(context: Omit<Kx.DecisionRequest, "line">) {
      this.#held = { handle: holder.open(context), epoch: holder.epoch() };
      forgotten.register(this, this.#held, this);
    }

    #call<Answer>(method: number, values: readonly unknown[] = [], fields: readonly string[] = []): Answer {
      const held = this.#held;
      if (!held) throw new KxError({ code: "session-closed", path: null, message: "the session is closed", help: "open another with openAppointment" });
      if (held.epoch !== holder.epoch()) {
        throw new KxError({
          code: "session-lost",
          path: null,
          message: "the module was started anew after a fault, and its sessions are lost",
          help: "open the appointment again and add its lines",
        });
      }
      return holder.call(held.handle, method, values, fields) as Answer;
    }

    decide(line: Kx.AppointmentLine): Kx.Decision {
      return this.#call(METHOD.decide, [line], LINE);
    }
    outcome(line: Kx.AppointmentLine): Kx.Outcome {
      return this.#call(METHOD.outcome, [line], LINE);
    }
    add(line: Kx.AppointmentLine & { id: string }): Kx.Decision {
      return this.#call(METHOD.add, [line], LINE);
    }
    update(line: Kx.AppointmentLine & { id: string }): Kx.Decision {
      return this.#call(METHOD.update, [line], LINE);
    }
    remove(id: string): void {
      this.#call(METHOD.remove, [typeof id === "string" ? id : null]);
    }
    setOtherUsed(serviceType: Kx.ServiceType, amount: Kx.Money): Kx.ThresholdCards | null {
      return this.#call(METHOD.setOtherUsed, [serviceType, amount], ["serviceType", "amount"]);
    }
    setAutoApplyKx(on: boolean): void {
      this.#call(METHOD.setAutoApplyKx, [typeof on === "boolean" ? on : null]);
    }
    thresholds(): Kx.ThresholdCards | null {
      return this.#call(METHOD.thresholds);
    }
    lines(): { line: Kx.AppointmentLine; decision: Kx.Decision }[] {
      return this.#call(METHOD.lines);
    }

    close(): void {
      const held = this.#held;
      if (!held) return;
      this.#held = null;
      forgotten.unregister(this);
      release(held);
    }
  }

  // `using` is younger than the browsers this runs in.
  const dispose = (Symbol as { dispose?: symbol }).dispose;
  if (dispose) Object.defineProperty(Session.prototype, dispose, { value: Session.prototype.close, configurable: true, writable: true });

  return (context) => new Session(context);
}

const LINE = ["line"] as const;
