/** The functions of one appointment over a module of their own, at half the size: the same requests give the same answers. A wording that
 *  is set here is not set in "kx-modifier", nor the other way round. */
export {
  default,
  initSync,
  KxError,
  versions,
  useWording,
  useRules,
  decide,
  decideAll,
  decideAppointment,
  openAppointment,
  thresholds,
  traitsToEvaluate,
  documentationChecklist,
  projectCrossing,
  describeProjection,
  therapyCodes,
  medicareAdvantagePlans,
} from "../index.js";
export type * from "../index.js";
