export { labEngine, labValidators } from './actions/engine.ts'
export { type FileFault, type LabFolder, type WrittenTask, faultLine, readLabFolder } from './actions/documents/read-folder.ts'
export { type Opening, examSeed, openWorldFor } from './actions/worlds/open-world.ts'
export { type GroundedTask, groundedTasks } from './actions/documents/grounds.ts'
export {
  examDocumentHere,
  examDocumentOf,
  forgetExamDocuments,
  keepExamDocument,
  missingExamDocuments,
} from './actions/exam/exam-documents.ts'
export {
  type ExamCommand,
  type ExamWorld,
  type ReadCommands,
  openExamWorld,
  playExamWorld,
  replyOfExamCommand,
} from './actions/exam/play-world.ts'
export { fileOfExamWorld, showExamReply, showExamWorld } from './actions/exam/show-exam-world.ts'
export {
  type WorldSummary,
  forgetWorldsOf,
  scoreExamWorld,
  summariesOfWorlds,
  takeWorldRecord,
  worldRecordOf,
} from './actions/exam/world-records.ts'
