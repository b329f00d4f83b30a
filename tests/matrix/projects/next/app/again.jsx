"use client";
// A client component: it decides in the browser.
import init, { decide } from "kx-modifier/visit";
import { useEffect, useState } from "react";
import { request } from "./request";

export function Again() {
  const [said, say] = useState("");
  useEffect(() => {
    init().then(() => say(decide(request).modifiers.join(" ")));
  }, []);
  return <output>{said}</output>;
}
