import { z } from 'zod'

/** Counts the changes of a row; whoever changes it names the count they saw. */
export const guard = z.number().int().min(1).max(2_147_483_647)
export const versionParams = { params: z.object({ blueprintVersionId: z.uuid() }) }
export const runParams = { params: z.object({ runId: z.uuid() }) }
const number = z.coerce.number().int().min(1).max(50)
export const proposalParams = { params: z.object({ runId: z.uuid(), number }) }
export const placeParams = { params: z.object({ runId: z.uuid(), number, place: z.coerce.number().int().min(1).max(1000) }) }
export const itemId = z.string().min(1).max(64)
