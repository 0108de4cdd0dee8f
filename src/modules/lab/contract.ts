import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  BoardView,
  HintCardView,
  HintView,
  JoinCode,
  NewHintCard,
  NewWorkshop,
  StuckAfter,
  WorkshopParams,
  WorkshopView,
} from './core/board/board-views.ts'
import {
  CaptionView,
  CommandBody,
  CommandReply,
  EntryView,
  GuideStep,
  MODE,
  ScoreView,
  TaskView,
  WhoseWorld,
  WorldParams,
  WorldSummary,
  WorldView,
} from './core/world-views.ts'

export { CommandReply, WorldView } from './core/world-views.ts'
export type { ExamDocument } from './core/exam/exam-document.ts'
export { LAB_APPS } from './core/registry.ts'
export { type DocumentFault, readScenario, readTask } from './core/task/read-task.ts'
export type { ScenarioDocument, TaskDocument } from './core/task/document-schema.ts'
export { type Gate, type GateFault, type GatesReport, runGates } from './core/task/gates/gates.ts'
export {
  GatesRecord,
  LEAST_SEEDS,
  type ReleaseFault,
  type TaskGround,
  gatesRecord,
  groundOfTask,
  releaseFault,
} from './core/task/gates/gates-record.ts'
export { marksOf, marksOfCheck } from './core/task/score/marks-of.ts'
export { byClaim, type CheckEvidence, type TaskScore, leftOf } from './core/task/score/score.ts'
export { type Variant, variantOf } from './core/task/variant.ts'
export { commandId, type CommandId, hash, type Hash } from './core/world/ids.ts'
export type { Engine } from './core/world/engine.ts'
export { brokenAt, hydrate, replay, resume, type Snapshot, snapshotOf } from './core/world/replay.ts'
export { stateHash } from './core/world/engine.ts'
export type { Command, LabEvent, LabRefusal, Mode, Reply, Setup, TraceEntry, WorldState } from './core/world/state.ts'
export { captionOf, preview, worldView } from './core/world/view.ts'
export { openWorld, type Outcome, submit, type World } from './core/world/world.ts'

export { MODES } from './core/modes.ts'
export { labRefusals } from './core/refusals.ts'

const world = { params: WorldParams }
const WORLD = '/api/lab/worlds/:worldId'

/** The tasks that can be opened. */
export const listTasks = endpoint({
  method: 'GET',
  path: '/api/lab/tasks',
  summary: '实验室任务 / tasks of the laboratory',
  /** `teaches`: who asks may open workshops and see their boards. */
  reply: z.object({ tasks: z.array(TaskView), teaches: z.boolean() }),
})

/** Opens a world for oneself. */
export const openOwnWorld = endpoint({
  method: 'POST',
  path: '/api/lab/worlds',
  summary: '打开模拟世界 / open a world',
  body: z.object({ task: z.string().min(1).max(20), mode: MODE }),
  reply: z.object({ worldId: z.string() }),
  refusals: ['task-not-found', 'mode-not-open'],
})

/** The worlds of a person, newest first. A teacher hears those opened for the own institution. */
export const listWorlds = endpoint({
  method: 'GET',
  path: '/api/lab/worlds',
  summary: '模拟世界列表 / worlds of a person',
  query: WhoseWorld,
  reply: z.object({ worlds: z.array(WorldSummary) }),
})

export const readWorld = endpoint({
  ...world,
  method: 'GET',
  path: WORLD,
  summary: '模拟世界 / a world as it stands',
  query: WhoseWorld,
  reply: WorldView,
  refusals: ['world-not-found', 'version-changed', 'world-closed-book'],
})

/** What one app shows to the persona that acts. */
export const readApp = endpoint({
  method: 'GET',
  path: `${WORLD}/apps/:app`,
  summary: '模拟世界中的应用 / an app of a world',
  params: WorldParams.extend({ app: z.string().min(1).max(20) }),
  query: WhoseWorld,
  reply: z.object({ seq: z.number(), persona: z.string(), view: z.unknown() }),
  refusals: ['world-not-found', 'version-changed', 'world-closed-book', 'app-not-found'],
})

/** One command: answered after its commit; the same id always gets its first reply. A refusal of the world is a reply, not an error. */
export const commandWorld = endpoint({
  ...world,
  method: 'POST',
  path: `${WORLD}/commands`,
  summary: '在模拟世界中操作 / a command',
  body: CommandBody,
  reply: CommandReply,
  refusals: ['world-not-found', 'version-changed', 'world-busy'],
})

/** Submits the task and scores the world as it stands; in a quiz or an exam the marks stay closed. */
export const submitWorld = endpoint({
  ...world,
  method: 'POST',
  path: `${WORLD}/submissions`,
  summary: '提交任务并评分 / submit a task',
  body: z.object({ ...CommandBody.pick({ commandId: true, expectedSeq: true }).shape, discard: z.boolean().default(false) }),
  reply: z.object({ ...CommandReply.shape, head: z.string(), score: ScoreView.nullable() }),
  refusals: ['world-not-found', 'version-changed', 'world-busy'],
})

/** Shows the checks while a person practises, so often a lap. */
export const checkWorld = endpoint({
  ...world,
  method: 'POST',
  path: `${WORLD}/self-checks`,
  summary: '自查 / self-check',
  reply: z.object({ left: z.number(), score: ScoreView }),
  refusals: ['world-not-found', 'version-changed', 'world-closed-book', 'self-checks-used'],
})

export const readScores = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/scores`,
  summary: '得分与评分依据 / scores with evidence',
  query: WhoseWorld,
  reply: z.object({ scores: z.array(ScoreView) }),
  refusals: ['world-not-found', 'world-closed-book'],
})

export const readTrace = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/trace`,
  summary: '操作记录 / everything that was tried',
  query: WhoseWorld.extend({ from: z.coerce.number().int().min(1).default(1) }),
  reply: z.object({ entries: z.array(EntryView) }),
  refusals: ['world-not-found', 'world-closed-book'],
})

/** The story of a world, an event a line, for the scrubber of the replay. */
export const readReplay = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/replay`,
  summary: '复盘 / replay with captions',
  query: WhoseWorld,
  reply: z.object({ whole: z.boolean(), last: z.number(), captions: z.array(CaptionView) }),
  refusals: ['world-not-found', 'version-changed', 'world-closed-book'],
})

/** A world as it stood after an event. */
export const readReplayStep = endpoint({
  method: 'GET',
  path: `${WORLD}/replay/:seq`,
  summary: '复盘中的一步 / a world at an event',
  params: WorldParams.extend({ seq: z.coerce.number().int().min(1) }),
  query: WhoseWorld,
  reply: z.object({ seq: z.number(), view: z.unknown() }),
  refusals: ['world-not-found', 'version-changed', 'world-closed-book', 'step-not-found'],
})

/** The steps of the reference solution, in guided mode. */
export const readGuide = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/guide`,
  summary: '引导步骤 / the steps of the guided mode',
  reply: z.object({ steps: z.array(GuideStep) }),
  refusals: ['world-not-found', 'world-closed-book'],
})

/** Something real out of the world: a letter as EML, a certificate as PEM. */
export const downloadArtefact = endpoint({
  method: 'GET',
  path: `${WORLD}/files/:app/:file`,
  summary: '下载文件 / download an artefact',
  params: WorldParams.extend({ app: z.string().min(1).max(20), file: z.string().min(1).max(120) }),
  replies: 'file',
  refusals: ['world-not-found', 'version-changed', 'file-not-found'],
})

/** One way through a world as commands, for the invented people of the demonstration; refused anywhere else. */
export const demonstrateWay = endpoint({
  method: 'GET',
  path: '/api/lab/demonstration/:ownerId/:worldId',
  summary: '示范环境的操作脚本 / scripts for the people of the demonstration',
  params: z.object({ ownerId: z.string().min(1).max(64), worldId: z.string().min(1).max(64) }),
  /** The name of a mistake; empty for the solution. */
  query: z.object({ mistake: z.string().max(60).default('') }),
  reply: z.object({
    task: z.string(),
    commands: z.array(z.object({ type: z.string(), data: z.unknown(), expectedSeq: z.number() })),
  }),
  refusals: ['demonstration-only', 'world-not-found', 'way-not-found'],
})

/** The hints of a world: one a check, told when it is opened, and opening costs marks (`desk.hint.open`). */
export const readHints = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/hints`,
  summary: '练习提示 / hints for a part of the marks',
  reply: z.object({ hints: z.array(HintView) }),
  refusals: ['world-not-found', 'version-changed', 'world-closed-book'],
})

/** What a teacher laid beside the desktop. `live`: the world belongs to a workshop, so more may come. */
export const readHintCards = endpoint({
  ...world,
  method: 'GET',
  path: `${WORLD}/hint-cards`,
  summary: '教师的提示卡 / hint cards of a world',
  reply: z.object({ live: z.boolean(), cards: z.array(HintCardView) }),
  refusals: ['world-not-found'],
})

export const markHintCardRead = endpoint({
  method: 'POST',
  path: `${WORLD}/hint-cards/:cardId/readings`,
  summary: '提示卡已读 / a hint card was read',
  params: WorldParams.extend({ cardId: z.string().min(1).max(64) }),
  reply: z.object({ cards: z.array(HintCardView) }),
  refusals: ['world-not-found'],
})

const WORKSHOP = '/api/lab/workshops/:institution/:workshopId'

/** The workshops of the institutions where one teaches, newest first. */
export const listWorkshops = endpoint({
  method: 'GET',
  path: '/api/lab/workshops',
  summary: '实训课列表 / workshops of one’s institutions',
  reply: z.object({ institutions: z.array(z.string()), workshops: z.array(WorkshopView) }),
})

/** Opens a task for trainees of an institution; they join by the code. */
export const openWorkshop = endpoint({
  method: 'POST',
  path: '/api/lab/workshops',
  summary: '开一堂实训课 / open a workshop',
  body: NewWorkshop,
  reply: z.object({ workshopId: z.string(), code: z.string() }),
  refusals: ['task-not-found', 'codes-used-up'],
})

/** Nobody joins any more; the worlds stay. */
export const closeWorkshop = endpoint({
  method: 'POST',
  path: `${WORKSHOP}/closings`,
  summary: '结束实训课 / close a workshop',
  params: WorkshopParams,
  reply: z.object({ closedAt: z.number() }),
  refusals: ['workshop-not-found'],
})

/** Joins by the code and opens a world of one’s own; joined before, it is the same world. */
export const joinWorkshop = endpoint({
  method: 'POST',
  path: '/api/lab/workshop-seats',
  summary: '凭课堂码加入实训课 / join a workshop',
  body: JoinCode,
  reply: z.object({ worldId: z.string() }),
  refusals: ['code-unknown', 'task-not-found'],
})

/** 实训看板: a row a trainee, a column a check. */
export const readBoard = endpoint({
  method: 'GET',
  path: `${WORKSHOP}/board`,
  summary: '实训看板 / the board of a workshop',
  params: WorkshopParams,
  query: StuckAfter,
  reply: BoardView,
  refusals: ['workshop-not-found'],
})

/** Lays a card with a hint beside the desktop of one trainee, or of all. */
export const sendHintCard = endpoint({
  method: 'POST',
  path: `${WORKSHOP}/hint-cards`,
  summary: '发提示卡 / send a hint card',
  params: WorkshopParams,
  body: NewHintCard,
  reply: z.object({ sent: z.number() }),
  refusals: ['workshop-not-found', 'workshop-closed', 'not-in-workshop'],
})
