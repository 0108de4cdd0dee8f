export { labEngine, labValidators } from './actions/engine.ts'
export { type FileFault, type LabFolder, type WrittenTask, faultLine, readLabFolder } from './actions/documents/read-folder.ts'
export { type Opening, examSeed, openWorldFor } from './actions/worlds/open-world.ts'
export { groundOfOffered } from './actions/documents/grounds.ts'
