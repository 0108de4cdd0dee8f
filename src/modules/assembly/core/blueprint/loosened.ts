import type { BlueprintBody } from './blueprint.ts'

/** 15 marks each way. */
const WIDER = 1500

/** The same blueprint with wider shares of the types, and at last with none: what a small bank can still give. */
export function loosened(body: BlueprintBody): readonly BlueprintBody[] {
  const wider = body.types.map(type => ({
    ...type,
    marks: {
      least: type.marks.least === null ? null : Math.max(0, type.marks.least - WIDER),
      most: type.marks.most === null ? null : type.marks.most + WIDER,
    },
  }))
  const open = body.types.map(type => ({ ...type, marks: { least: null, most: null }, items: { least: null, most: null } }))
  return [
    { ...body, types: wider },
    { ...body, types: open },
  ]
}
