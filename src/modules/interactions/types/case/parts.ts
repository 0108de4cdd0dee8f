import { type Hundredths, hundredths } from '../../../../kernel/marks.ts'
import type { Interaction } from '../../core/interaction.ts'
import type { CaseContent, CaseKey, PartType } from './type.ts'

/** The types that parts can have; given by the registry, so that no type knows another. */
export type KindOf = (type: PartType) => Interaction

/** The marks of every part: as stated where they add up to `max`, otherwise shares of it. They always add up to `max`. */
export function marksOfParts(content: CaseContent, max: Hundredths): ReadonlyMap<string, Hundredths> {
  const total = content.parts.reduce((sum, part) => sum + part.marks, 0)
  const share = (until: number) => Math.floor((max * until) / total)
  let before = 0
  return new Map(
    content.parts.map(part => {
      const from = before
      before += part.marks
      return [part.id, hundredths(share(before) - share(from))] as const
    }),
  )
}

/** What a part has in a list of the key, the rubric, a response or the evidence. */
export function ofPart<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find(one => one.id === id)
}

/** The key has a sound key for every part, and for nothing else. */
export function caseKeyFault(kindOf: KindOf, content: CaseContent, key: CaseKey): string | undefined {
  const known = new Set(content.parts.map(part => part.id))
  const stranger = key.parts.find(part => !known.has(part.id))
  if (stranger !== undefined) return `no part ${stranger.id}`
  for (const part of content.parts) {
    const own = ofPart(key.parts, part.id)
    if (own === undefined) return `part ${part.id} has no key`
    const outcome = kindOf(part.type).parseKey(part.content, own.key)
    if (!outcome.ok) return `key of part ${part.id}: ${outcome.refusal.fields?.map(field => field.en).join('; ') ?? outcome.refusal.code}`
  }
  return undefined
}
