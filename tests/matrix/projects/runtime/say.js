/** What each way of loading has to print: the modifiers, and how many modules were compiled. */
export const say = ({ modifiers }) => console.log(modifiers.join(" "), globalThis.compiledModules);
