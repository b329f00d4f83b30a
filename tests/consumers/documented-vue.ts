// The same in Vue.
import { createApp } from "vue";
import { ready } from "./lines";
import Treatment from "./Treatment.vue";

await ready;
createApp(Treatment).mount(document.body.appendChild(document.createElement("main")));
