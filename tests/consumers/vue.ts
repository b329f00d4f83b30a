// Vue: the compiler is told which tags are custom elements.
import "kx-modifier/widgets/define";
import type { KxEventMap } from "kx-modifier/widgets";
import { computed, createApp, ref } from "vue";
import { applied, ready, removed, restored, said, shown, START } from "./host.js";

await ready;
const app = createApp({
  setup() {
    const line = ref(START);
    const otherUsed = ref("400.00");
    const now = computed(() => shown(line.value, otherUsed.value));
    return {
      line,
      otherUsed,
      now,
      words: computed(() => said(now.value)),
      apply: () => {
        line.value = applied();
      },
      remove: ({ detail }: KxEventMap["kx-removed"]) => {
        line.value = removed(detail);
      },
      restore: ({ detail }: KxEventMap["kx-restored"]) => {
        line.value = restored(detail);
      },
      use: ({ detail }: KxEventMap["kx-usage-changed"]) => {
        otherUsed.value = detail.amount;
      },
    };
  },
  template: `
    <kx-threshold .display="now.bucket" .otherUsed="otherUsed" @kx-usage-changed="use"></kx-threshold>
    <kx-chip line="a" code="97110" .decision="now.decision" .declined="line.kxDeclined" @kx-applied="apply" @kx-removed="remove" @kx-restored="restore"></kx-chip>
    <output>{{ words }}</output>
  `,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith("kx-");
app.mount(document.body.appendChild(document.createElement("main")));
