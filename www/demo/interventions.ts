// What this made-up practice offers in its flowsheet, each with the codes it is usually billed under.
export interface Intervention {
  name: string;
  codes: readonly string[];
}

export const interventions: readonly Intervention[] = [
  { name: "Balance Training on One Leg", codes: ["97112", "97530"] },
  { name: "Cervical Thrust Manipulation (HVLAT)", codes: ["97140", "97110", "97530"] },
  { name: "Dressing and Grooming Practice", codes: ["97535", "97530"] },
  { name: "Fine Motor Coordination", codes: ["97530", "97110", "97112"] },
  { name: "Group Exercise", codes: ["97150"] },
  { name: "Quadriceps Strengthening", codes: ["97110", "97530"] },
  { name: "Soft Tissue Mobilization", codes: ["97140", "97124"] },
  { name: "Speech Articulation Practice", codes: ["92507"] },
  { name: "Swallowing Exercises", codes: ["92526"] },
  { name: "Therapeutic Ultrasound", codes: ["97035"] },
  { name: "Transfer Training", codes: ["97530", "97535"] },
  { name: "Treadmill Gait Training", codes: ["97116"] },
];

export const codesOf = (name: string): readonly string[] => interventions.find((intervention) => intervention.name === name)?.codes ?? [];
