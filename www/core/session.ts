// One open appointment. The module holds the context; here is only its handle.
import type * as Kx from "./index.js";
import { KxError } from "./error.js";
import { call, callIfLoaded, epoch } from "./instance.js";

interface Held { handle: number; epoch: number }

/** A session that is forgotten without `close` is freed when its object is collected. */
const forgotten = new FinalizationRegistry<Held>(release);

function release({ handle, epoch: opened }: Held): void {
  if (opened === epoch()) callIfLoaded("sessionClose", handle);
}

class Session implements Kx.AppointmentSession {
  #held: Held | null;

  constructor(context: Omit<Kx.DecisionRequest, "line">) {
    this.#held = { handle: call<number>("sessionOpen", context), epoch: epoch() };
    forgotten.register(this, this.#held, this);
  }

  #call<Answer>(name: Parameters<typeof call>[0], ...rest: unknown[]): Answer {
    const held = this.#held;
    if (!held) throw new KxError({ code: "session-closed", path: null, message: "the session is closed", help: "open another with openAppointment" });
    if (held.epoch !== epoch()) {
      throw new KxError({
        code: "session-lost",
        path: null,
        message: "the module was started anew after a fault, and its sessions are lost",
        help: "open the appointment again and add its lines",
      });
    }
    return call<Answer>(name, held.handle, ...rest);
  }

  decide(line: Kx.AppointmentLine): Kx.Decision { return this.#call("sessionDecide", line); }
  add(line: Kx.AppointmentLine & { id: string }): Kx.Decision { return this.#call("sessionAdd", line); }
  update(line: Kx.AppointmentLine & { id: string }): Kx.Decision { return this.#call("sessionUpdate", line); }
  remove(id: string): void { this.#call("sessionRemove", id); }
  setOtherUsed(serviceType: Kx.ServiceType, amount: Kx.Money): Kx.Thresholds { return this.#call("sessionSetOtherUsed", serviceType, amount); }
  setAutoApplyKx(on: boolean): void { this.#call("sessionSetAutoApplyKx", on); }
  thresholds(): Kx.Thresholds | null { return this.#call("sessionThresholds"); }
  lines(): { line: Kx.AppointmentLine; decision: Kx.Decision }[] { return this.#call("sessionLines"); }

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

export const openAppointment: typeof Kx.openAppointment = (context) => new Session(context);
