import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { BlueprintBody, BlueprintPlace } from '../blueprint/blueprint.ts'
import { BlueprintFaultView, BlueprintVersionView, SupplyView } from '../views/blueprint-views.ts'
import { guard, versionParams } from './parameters.ts'

export const PLACE_REFUSALS = ['edition-unknown', 'level-unknown', 'work-type-needed', 'work-type-unknown', 'weights-not-stated'] as const
const DRAFT_REFUSALS = [...PLACE_REFUSALS, 'theory-not-examined', 'practical-not-examined', 'weights-not-whole'] as const

/** The blueprints of an edition and level, the last one edited first; each with its newest version. */
export const listBlueprints = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprints',
  summary: '组卷方案目录 / blueprints with their newest version',
  query: z.object({ editionId: z.string().max(64).default(''), level: z.string().max(8).default('') }),
  reply: z.object({ blueprints: z.array(z.object({ newest: BlueprintVersionView, versions: z.number(), isUsable: z.boolean() })) }),
})
/** A new blueprint, derived from the weight table of the edition, as a first draft. */
export const createBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprints',
  summary: '由比重表新建组卷方案 / a new blueprint from the weight table',
  body: BlueprintPlace,
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody }),
  refusals: DRAFT_REFUSALS,
})
/** All versions of a blueprint, the newest first. */
export const showBlueprint = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprints/:blueprintId',
  summary: '组卷方案的各个版本 / the versions of a blueprint',
  params: z.object({ blueprintId: z.uuid() }),
  reply: z.object({ versions: z.array(BlueprintVersionView) }),
  refusals: ['blueprint-unknown'],
})
export const showBlueprintVersion = endpoint({
  method: 'GET',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId',
  summary: '组卷方案的一个版本、校验与题源 / a version with its faults and what the bank has for it',
  ...versionParams,
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody, faults: z.array(BlueprintFaultView), supply: SupplyView }),
  refusals: ['blueprint-unknown'],
})
/** Saves a draft, faulty or not; `guard` is the one of the last save. The place of a blueprint does not change. */
export const saveBlueprint = endpoint({
  method: 'PUT',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId',
  summary: '保存组卷方案草稿 / save a draft',
  ...versionParams,
  body: z.strictObject({ guard, body: BlueprintBody }),
  reply: z.object({ version: BlueprintVersionView, faults: z.array(BlueprintFaultView) }),
  refusals: ['blueprint-unknown', 'blueprint-fixed', 'blueprint-place-fixed', 'changed-meanwhile'],
})
/** Judges a blueprint while it is written; nothing is kept. */
export const checkBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-checks',
  summary: '即时校验组卷方案 / check a blueprint while writing',
  body: BlueprintBody,
  reply: z.object({ faults: z.array(BlueprintFaultView), supply: SupplyView }),
})
/** From here on the version never changes. Refuses a faulty one with every fault. */
export const approveBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/approvals',
  summary: '批准组卷方案 / approve a version',
  ...versionParams,
  body: z.strictObject({ guard }),
  reply: z.object({ version: BlueprintVersionView }),
  refusals: ['blueprint-unknown', 'blueprint-fixed', 'blueprint-faulty', 'changed-meanwhile'],
})
/** A new draft that begins as a copy of any version. A blueprint has one draft at a time. */
export const makeNextBlueprint = endpoint({
  method: 'POST',
  path: '/api/assembly/blueprint-versions/:blueprintVersionId/drafts',
  summary: '由某一版本另建草稿 / a new draft from a version',
  ...versionParams,
  body: z.strictObject({}),
  reply: z.object({ version: BlueprintVersionView, body: BlueprintBody }),
  refusals: ['blueprint-unknown', 'blueprint-draft-open'],
})
