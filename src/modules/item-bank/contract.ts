import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { LICENCES } from './core/media/media.ts'
import { STATISTIC_SOURCES } from './core/standing/statistic.ts'
import { CHECKLIST_POINTS } from './core/versions/checklist.ts'
import { DraftBody, DraftPlace } from './core/versions/draft.ts'
import {
  CommentView,
  CoverageView,
  Document,
  ExposureView,
  FaultView,
  FindingView,
  ItemView,
  MediaView,
  PlacingView,
  StatisticView,
  StepView,
  StimulusWords,
  Type,
  TypeChoice,
  VerdictView,
  VersionView,
  States,
} from './core/views.ts'

export { addStimulusVersion, createStimulus, listStimuli, listStimulusUses, readStimulus } from './core/endpoints/stimulus-endpoints.ts'
export {
  exportSpecification,
  importSpecification,
  listSpecifications,
  showSpecificationPattern,
} from './core/endpoints/specification-endpoints.ts'
export { exportItems, importItems, showExportLosses, showWorkbookPattern } from './core/endpoints/exchange-endpoints.ts'
export { FORMAT_IDS, FORMAT_NAMES, type FormatId } from './core/exchange/format-ids.ts'
export { findSimilar, searchItems, showDashboard, showQueue, showSpecification } from './core/endpoints/search-endpoints.ts'
export { type LevelPlace, levelAreas, levelsFor, theoryAreas } from './core/tables/areas.ts'
export { type EditionChoice, type LevelChoice, levelChoices, placeChoices } from './core/tables/level-choices.ts'
export { type AreaCoverage, type WeightedArea, liesIn } from './core/tables/coverage.ts'
export type { BankItem, Importance, ItemDraft, ItemId, ItemSecret, ItemVersionId, TheoryType } from './core/item.ts'
export { IMPORTANCES, MARKS_OF_TYPE, THEORY_TYPES, TYPE_NAMES, isTheoryType } from './core/item.ts'
export type { ItemFileFault } from './core/files/item-file.ts'
export { type ItemFileOrder, parseItemFile, placeOfFile as placeOfItemFile } from './core/files/parse-item-file.ts'
export { parseSpecification } from './core/specification/parse-specification.ts'
export { type Finding, SEVERITIES, type Severity } from './core/lint/finding.ts'
export { LICENCES, type Media } from './core/media/media.ts'
export { LabPlacings, codeOfTask } from './core/lab/lab-placing.ts'
export { labItemFile } from './core/lab/lab-items.ts'
export { itemBankRefusals } from './core/refusals.ts'
export type { AssessmentPoint, Specification } from './core/specification/specification.ts'
export { type ItemStatistic, type KeptStatistic, STATISTIC_SOURCES, best as bestStatistic } from './core/standing/statistic.ts'
export { CHECKLIST, CHECKLIST_POINTS, type ChecklistPoint } from './core/versions/checklist.ts'
export { DAYS_TO_DECIDE } from './core/versions/deadlines.ts'
export { DraftBody, DraftPlace, OtherPlacing } from './core/versions/draft.ts'
export { type VersionEvent, VERSION_STATES, VERSION_TRANSITIONS, type VersionState } from './core/versions/states.ts'

const place = { editionId: z.string().min(1).max(64), level: z.string().min(1).max(8) }
const id = z.string().min(1).max(64)
const version = { params: z.object({ itemVersionId: id }) }
const guard = z.number().int().min(1).max(2_147_483_647)
const Remark = z.string().trim().min(1, '请写明意见。|Say why.').max(2000)
const Moved = z.object({ itemVersionId: z.string(), state: States, guard: z.number() })
const Draft = z.object({ itemId: z.string(), itemVersionId: z.string(), code: z.string(), version: z.number(), guard: z.number() })
const Check = z.object({ faults: z.array(FaultView), findings: z.array(FindingView) })
const STEP_REFUSALS = ['item-unknown', 'wrong-state', 'not-own-version', 'own-item', 'passed-it-already', 'changed-meanwhile'] as const

/** How the bank covers the theory weight table of a level; marks in hundredths. */
export const showCoverage = endpoint({
  method: 'GET',
  path: '/api/item-bank/coverage',
  summary: '题库对比重表的覆盖 / how the bank covers the weight table',
  query: z.object({ ...place, workType: z.string().max(40).default('') }),
  reply: z.object({ items: z.number(), areas: z.array(CoverageView) }),
  refusals: ['edition-unknown', 'level-unknown', 'work-type-needed', 'work-type-unknown', 'weights-not-stated'],
})
/** The operational items of a level by pages, without contents. `total` counts all pages. */
export const listBankItems = endpoint({
  method: 'GET',
  path: '/api/item-bank/items',
  summary: '试题目录（不含内容）/ items without their contents',
  query: z.object({
    ...place,
    type: TypeChoice.default(''),
    search: z.string().trim().max(60).default(''),
    /** The number of the last item of the page before; empty for the first page. */
    after: z.string().max(40).default(''),
    most: z.coerce.number().int().min(1).max(500).default(500),
  }),
  reply: z.object({ total: z.number(), items: z.array(ItemView) }),
})
/** Opens the operational version of an item with key and explanation; every reading is recorded with who and when. */
export const readItem = endpoint({
  method: 'POST',
  path: '/api/item-bank/items/:itemId/readings',
  summary: '查看试题内容与答案键（留痕）/ read an item with its key, recorded',
  params: z.object({ itemId: id }),
  body: z.strictObject({}),
  reply: z.object({ item: ItemView, content: Document, key: Document, rubric: Document.nullable() }),
  refusals: ['item-unknown'],
})
/** A new item with its first draft. The content may be unfinished. */
export const createDraft = endpoint({
  method: 'POST',
  path: '/api/item-bank/drafts',
  summary: '新建试题草稿 / a new item as a draft',
  body: z.strictObject({ place: DraftPlace, draft: DraftBody }),
  reply: Draft,
  refusals: ['item-code-taken', 'item-place-unknown', 'stimulus-unknown'],
})
/** Saves a draft; `guard` is the one of the last save, so that nothing is overwritten unseen. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/item-bank/drafts/:itemVersionId',
  summary: '保存草稿 / save a draft',
  ...version,
  body: z.strictObject({ guard, draft: DraftBody }),
  reply: z.object({ guard: z.number(), savedAt: z.number() }),
  refusals: ['item-unknown', 'not-own-version', 'version-fixed', 'changed-meanwhile', 'stimulus-unknown'],
})
/** Judges an item while it is written; nothing is kept. */
export const checkItem = endpoint({
  method: 'POST',
  path: '/api/item-bank/checks',
  summary: '即时校验与质量检查 / check while writing',
  body: z.strictObject({ ...place, draft: DraftBody }),
  reply: Check,
})
/** A new draft from any version: the way on after a return, and the way to another content of an operational item. */
export const makeNextVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/drafts',
  summary: '由某一版本另建新版本草稿 / a new draft from a version',
  ...version,
  body: z.strictObject({}),
  reply: Draft,
  refusals: ['item-unknown', 'version-on-its-way'],
})
/** Sends a draft to item review; from here on its content is fixed. */
export const sendToItemReview = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/item-reviews',
  summary: '送审 / send to item review',
  ...version,
  body: z.strictObject({ guard }),
  reply: Moved,
  refusals: [...STEP_REFUSALS, 'item-invalid'],
})
export const withdrawVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/withdrawals',
  summary: '撤回（命题员）/ withdraw, by its writer',
  ...version,
  body: z.strictObject({ guard, reason: Remark }),
  reply: Moved,
  refusals: STEP_REFUSALS,
})
/** The item reviewer's verdict: passed with the whole checklist, or returned with a remark. */
export const giveVerdict = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/verdicts',
  summary: '审题结论 / the verdict of item review',
  ...version,
  body: z.discriminatedUnion('verdict', [
    z.strictObject({
      verdict: z.literal('passed'),
      guard,
      checklist: z.array(z.enum(CHECKLIST_POINTS)).max(20),
      note: z.string().trim().max(2000).default(''),
    }),
    z.strictObject({ verdict: z.literal('returned'), guard, note: Remark }),
  ]),
  reply: Moved,
  refusals: [...STEP_REFUSALS, 'checklist-open'],
})
export const approveVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/approvals',
  summary: '批准 / approve',
  ...version,
  body: z.strictObject({ guard, note: z.string().trim().max(2000).default('') }),
  reply: Moved,
  refusals: [...STEP_REFUSALS, 'comments-open'],
})
/** The approver sends a passed, approved or tried version back with a remark. */
export const returnVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/returns',
  summary: '退回（附意见）/ return with a remark',
  ...version,
  body: z.strictObject({ guard, note: Remark }),
  reply: Moved,
  refusals: STEP_REFUSALS,
})
export const startTrial = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/trials',
  summary: '开始试测 / start the trial',
  ...version,
  body: z.strictObject({ guard }),
  reply: Moved,
  refusals: STEP_REFUSALS,
})
/** Puts a tried version into operation; the version operational so far is retired in the same step. */
export const makeOperational = endpoint({
  method: 'PUT',
  path: '/api/item-bank/versions/:itemVersionId/operational',
  summary: '正式启用 / make operational',
  ...version,
  body: z.strictObject({ guard }),
  reply: z.object({ ...Moved.shape, replaced: z.string().nullable() }),
  refusals: STEP_REFUSALS,
})
export const retireVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/retirements',
  summary: '停用（附理由）/ retire with a reason',
  ...version,
  body: z.strictObject({ guard, reason: Remark }),
  reply: Moved,
  refusals: STEP_REFUSALS,
})
/** Everything about a version but its content. */
export const showVersion = endpoint({
  method: 'GET',
  path: '/api/item-bank/versions/:itemVersionId',
  summary: '版本信息（不含内容）/ a version without its content',
  ...version,
  reply: z.object({
    version: VersionView,
    placings: z.array(PlacingView),
    enemies: z.array(z.string()),
    openComments: z.number(),
    statistic: StatisticView.nullable(),
  }),
  refusals: ['item-unknown'],
})
/** Opens a version with key, rubric and stimulus; recorded. */
export const readVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/readings',
  summary: '查看版本内容与答案键（留痕）/ open a version, recorded',
  ...version,
  body: z.strictObject({}),
  reply: z.object({
    version: VersionView,
    content: Document,
    key: Document,
    rubric: Document.nullable(),
    stimulus: StimulusWords,
    placings: z.array(PlacingView),
    media: z.array(MediaView),
    findings: z.array(FindingView),
  }),
  refusals: ['item-unknown'],
})
/** A version as candidates see it: no key, no explanation; recorded as well. */
export const previewVersion = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/previews',
  summary: '按考生所见预览（留痕）/ preview as candidates see it, recorded',
  ...version,
  body: z.strictObject({}),
  reply: z.object({ type: Type, marks: z.number(), content: Document, stimulus: StimulusWords }),
  refusals: ['item-unknown', 'item-content-invalid'],
})
/** All versions of an item with verdicts, remarks, uses, figures and steps. */
export const showHistory = endpoint({
  method: 'GET',
  path: '/api/item-bank/items/:itemId/history',
  summary: '试题履历 / the history of an item',
  params: z.object({ itemId: id }),
  reply: z.object({
    versions: z.array(VersionView),
    placings: z.array(PlacingView.extend({ itemVersionId: z.string() })),
    verdicts: z.array(VerdictView),
    comments: z.array(CommentView),
    exposures: z.array(ExposureView),
    statistics: z.array(StatisticView),
    steps: z.array(StepView),
  }),
  refusals: ['item-unknown'],
})
export const addComment = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/comments',
  summary: '提出或回复意见 / remark or reply',
  ...version,
  body: z.strictObject({ text: Remark, place: z.string().max(60).default(''), replyTo: id.nullable().default(null) }),
  reply: z.object({ commentId: z.string() }),
  refusals: ['item-unknown', 'comment-unknown'],
})
export const resolveThread = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/comments/:commentId/resolutions',
  summary: '意见已处理 / a thread is settled',
  params: z.object({ itemVersionId: id, commentId: id }),
  body: z.strictObject({}),
  refusals: ['item-unknown', 'comment-unknown'],
})
/** Figures a person enters: the writer's estimate, or those of a trial. Thousandths, seconds, number of responses. */
export const enterStatistic = endpoint({
  method: 'POST',
  path: '/api/item-bank/versions/:itemVersionId/statistics',
  summary: '录入试题统计 / enter figures of a version',
  ...version,
  body: z.strictObject({
    source: z.enum(STATISTIC_SOURCES).exclude(['session']),
    difficultyP: z.number().int().min(0).max(1000).nullable().default(null),
    difficultyB: z.number().int().min(-6000).max(6000).nullable().default(null),
    discrimination: z.number().int().min(-1000).max(4000).nullable().default(null),
    meanSeconds: z.number().int().min(1).max(7200).nullable().default(null),
    n: z.number().int().min(0).max(10_000_000).default(0),
  }),
  refusals: ['item-unknown', 'not-own-version'],
})
/** Sets the enemies of an item: items that must not stand in one form with it. A pair holds from both sides. */
export const setEnemies = endpoint({
  method: 'PUT',
  path: '/api/item-bank/items/:itemId/enemies',
  summary: '设置互斥试题 / set the enemies of an item',
  params: z.object({ itemId: id }),
  body: z.strictObject({ codes: z.array(DraftPlace.shape.code).max(40) }),
  refusals: ['item-unknown'],
})
/** Adds a picture with its licence: PNG, JPEG, WebP, or an SVG that only draws; at most 2 MB and 50 megapixels. */
export const addMedia = endpoint({
  method: 'POST',
  path: '/api/item-bank/media',
  summary: '上传图片（注明版权）/ add a picture with its licence',
  upload: true,
  body: z.strictObject({
    licence: z.enum(LICENCES),
    holder: z.string().trim().min(1).max(100),
    source: z.string().trim().min(1).max(300),
    alt: z.string().trim().min(1).max(500),
  }),
  reply: MediaView,
  refusals: ['svg-refused', 'picture-too-large', 'file-too-large', 'file-type-refused', 'file-damaged'],
})
/** The bytes of a picture; the address names them, so a browser keeps them. */
export const showMedia = endpoint({
  method: 'GET',
  path: '/api/item-bank/media/:mediaId',
  summary: '题库图片 / a picture of the bank',
  params: z.object({ mediaId: z.string().regex(/^[0-9a-f]{64}$/) }),
  replies: 'file',
  refusals: ['media-unknown'],
})
