// The words of the page itself. The widgets have theirs from the package.
const english = {
  title: "KX modifier",
  about: "KX modifier demo, sample data",
  pages: "Pages",
  language: "Language",
  theme: "Theme",
  "theme.system": "As the device",
  "theme.light": "Light",
  "theme.dark": "Dark",
  appointment: "Appointment",
  calendar: "Calendar",
  account: "Account",
  worklist: "Worklist",
  "on-hold": "Claim on hold",
  "flag.left": "{bucket}: {amount} remaining",
  "flag.over": "{bucket} over by {amount}",
  "comparative-billing": "Comparative billing",
  templates: "Templates",
  preferences: "Preferences",
  "stored.yes": "Your entries are saved in this browser.",
  "stored.no": "This browser cannot save your entries. Reloading the page clears them.",
  advice: "This is not legal or billing advice. Nothing leaves this browser.",
  rules: "rules {rules}",
  patient: "Patient",
  visit: "Visit",
  coverage: "Coverage",
  date: "Date of visit",
  provider: "Rendering provider",
  type: "Appointment type",
  "start-over": "Start over",
  thresholds: "Medicare thresholds",
  preference: "Preference",
  "waits.one": "Claim on hold: 1 line needs a decision or a correction",
  "waits.other": "Claim on hold: {count} lines need a decision or a correction",
  record: "Documentation check",
  "record.warn": "Warn if incomplete",
  "record.require": "Require complete",
  "record.ignore": "Do not check",
  details: "Appointment Details",
  close: "Close",
  visits: "Visits",
  remaining: "Medicare Threshold Remaining",
  open: "Open appointment",
  print: "Print",
  template: "Template",
  "new-template": "New template",
  "create-template": "Create template",
  general: "General",
  search: "Search",
  "no-setting": "No setting matches “{sought}”.",
  "auto-apply": "Auto-Apply KX Modifier",
  eligibility: "271 eligibility",
  remittance: "835 remittance",
  claims: "837 claims",
  fees: "sample fees, CMS 2020, Ohio",
  "situation.used-up": "PT/SLP over by $0.01",
  "situation.crossing": "today's visit goes over PT/SLP",
  "situation.ot-only": "OT threshold reached, PT/SLP below",
  "situation.not-medicare": "no Medicare",
  "situation.elsewhere": "also treated elsewhere, 2025",
  "situation.review": "over medical review threshold",
  "situation.last-year": "totals from last year",
};
export type WordId = keyof typeof english;

const spanish: Record<WordId, string> = {
  title: "Modificador KX",
  about: "Demostración del modificador KX, datos de muestra",
  pages: "Páginas",
  language: "Idioma",
  theme: "Tema",
  "theme.system": "Como el dispositivo",
  "theme.light": "Claro",
  "theme.dark": "Oscuro",
  appointment: "Cita",
  calendar: "Calendario",
  account: "Cuenta",
  worklist: "Lista de trabajo",
  "on-hold": "Reclamación retenida",
  "flag.left": "{bucket}: saldo de {amount}",
  "flag.over": "{bucket} por encima en {amount}",
  "comparative-billing": "Facturación comparativa",
  templates: "Plantillas",
  preferences: "Preferencias",
  "stored.yes": "Sus datos se guardan en este navegador.",
  "stored.no": "Este navegador no puede guardar sus datos. Al recargar la página se pierden.",
  advice: "Esto no es asesoría legal ni de facturación. Nada sale de este navegador.",
  rules: "reglas {rules}",
  patient: "Paciente",
  visit: "Visita",
  coverage: "Cobertura",
  date: "Fecha de la visita",
  provider: "Proveedor que presta el servicio",
  type: "Tipo de cita",
  "start-over": "Empezar de nuevo",
  thresholds: "Umbrales de Medicare",
  preference: "Preferencia",
  "waits.one": "Reclamación retenida: 1 línea requiere una decisión o una corrección",
  "waits.other": "Reclamación retenida: {count} líneas requieren una decisión o una corrección",
  record: "Revisión de la documentación",
  "record.warn": "Avisar si está incompleta",
  "record.require": "Exigir que esté completa",
  "record.ignore": "No revisar",
  details: "Detalles de la cita",
  close: "Cerrar",
  visits: "Visitas",
  remaining: "Saldo del umbral de Medicare",
  open: "Abrir la cita",
  print: "Imprimir",
  template: "Plantilla",
  "new-template": "Plantilla nueva",
  "create-template": "Crear plantilla",
  general: "General",
  search: "Buscar",
  "no-setting": "Ningún ajuste coincide con “{sought}”.",
  "auto-apply": "Aplicar KX automáticamente",
  eligibility: "271, elegibilidad",
  remittance: "835, remesa",
  claims: "837, reclamaciones",
  fees: "tarifas de muestra, CMS 2020, Ohio",
  "situation.used-up": "PT/SLP $0.01 por encima del umbral",
  "situation.crossing": "la visita de hoy cruza el umbral de PT/SLP",
  "situation.ot-only": "umbral OT alcanzado, PT/SLP por debajo",
  "situation.not-medicare": "sin Medicare",
  "situation.elsewhere": "también tratado en otro lugar, 2025",
  "situation.review": "por encima del umbral de revisión médica",
  "situation.last-year": "totales del año pasado",
};

export const LANGUAGES = { en: "English", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;
export const LOCALES: Record<Language, string> = { en: "en-US", es: "es-US" };
export const isLanguage = (name: unknown): name is Language => typeof name === "string" && Object.hasOwn(LANGUAGES, name);

const WORDS = { en: english, es: spanish } as const;
let spoken: Language = "en";

/** The language of the page from now on. */
export function speak(language: Language): void {
  spoken = language;
  document.documentElement.lang = language;
}
export const language = (): Language => spoken;

export const word = (id: WordId, args: { readonly [name: string]: string | number } = {}): string =>
  WORDS[spoken][id].replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));

export const counted = (id: "waits", count: number): string => word(count === 1 ? `${id}.one` : `${id}.other`, { count });

export const written = (date: string): string => new Intl.DateTimeFormat(LOCALES[spoken], { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

const format = (options: Intl.DateTimeFormatOptions, moment: string): string =>
  new Intl.DateTimeFormat(LOCALES[spoken], { ...options, timeZone: "UTC" }).format(new Date(moment));
export const weekday = (date: string): string => format({ weekday: "long" }, date);
/** "09:30" as the language writes it. */
export const clock = (time: string): string => format({ timeStyle: "short" }, `1970-01-01T${time}:00Z`);
export const dollars = (amount: string): string =>
  new Intl.NumberFormat(LOCALES[spoken], { style: "currency", currency: "USD" }).format(amount as Intl.StringNumericLiteral);
