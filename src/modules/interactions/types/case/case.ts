import { type Interaction, interaction } from '../../core/interaction.ts'
import type { ItemDocument } from '../../core/interaction-spec.ts'
import { answeredCase } from './answered.ts'
import { type KindOf, caseKeyFault, ofPart } from './parts.ts'
import { scoreCase } from './score.ts'
import { shuffleCase } from './shuffle.ts'
import { stripCase } from './strip.ts'
import { CASE_VERSION, CaseContent, CaseEvidence, CaseKey, CasePublic, CaseResponse, CaseRubric } from './type.ts'

/** Cases over the types that their parts can have. */
export function caseOf(kindOf: KindOf): Interaction {
  return interaction({
    type: 'case',
    markedBy: 'parts',
    version: CASE_VERSION,
    qti: 'qti-assessment-item with several interactions',
    monotone: true,
    Content: partsParsed(CaseContent, part => kindOf(part.type).parseContent(part.content)),
    Key: CaseKey,
    Response: CaseResponse,
    PublicContent: partsParsed(CasePublic, part => kindOf(part.type).parsePublic(part.content)),
    Rubric: CaseRubric,
    evidence: {
      Evidence: CaseEvidence,
      fault: (content, key, evidence) => evidenceFault(kindOf, { content, key }, evidence),
      full: (content, key) => ({ version: 1 as const, parts: content.parts.flatMap(part => fullEvidence(kindOf, key, part)) }),
    },
    keyFault: (content, key) => caseKeyFault(kindOf, content, key),
    keyResponse: (key, content) => ({ version: 1 as const, parts: content.parts.flatMap(part => keyResponse(kindOf, key, part)) }),
    strip: content => stripCase(kindOf, content),
    shuffle: (content, dice) => shuffleCase(kindOf, content, dice),
    answered: (content, response) => answeredCase(kindOf, content, response),
    score: facts => scoreCase(kindOf, facts),
  })
}

type Part = CaseContent['parts'][number]
type Parsed = ReturnType<Interaction['parseContent']>

/** Reads what stands inside the parts by their own types; faults keep their place. */
function partsParsed(shape: typeof CaseContent, read: (part: Part) => Parsed) {
  return shape.transform((content, context) => ({
    ...content,
    parts: content.parts.map((part, at) => {
      const outcome = read(part)
      if (outcome.ok) return { ...part, content: { ...outcome.value } }
      for (const field of outcome.refusal.fields ?? [])
        context.addIssue({ code: 'custom', message: field.en, path: ['parts', at, 'content', ...field.path.split('.')] })
      return part
    }),
  }))
}

function keyResponse(kindOf: KindOf, key: CaseKey, part: Part): { id: string; response: Record<string, unknown> }[] {
  const response = kindOf(part.type).keyResponse(part.content, ofPart(key.parts, part.id)?.key)
  return response === null ? [] : [{ id: part.id, response: { ...response } }]
}

function fullEvidence(kindOf: KindOf, key: CaseKey, part: Part): { id: string; evidence: Record<string, unknown> }[] {
  const evidence = kindOf(part.type).fullEvidence(part.content, ofPart(key.parts, part.id)?.key)
  return evidence === null ? [] : [{ id: part.id, evidence: { ...evidence } }]
}

function evidenceFault(
  kindOf: KindOf,
  { content, key }: { readonly content: CaseContent; readonly key: CaseKey },
  evidence: CaseEvidence,
): string | undefined {
  for (const given of evidence.parts) {
    const part = ofPart(content.parts, given.id)
    if (part === undefined) return `no part ${given.id}`
    const facts: { content: ItemDocument; key: unknown } = { content: part.content, key: ofPart(key.parts, part.id)?.key }
    const outcome = kindOf(part.type).parseEvidence(facts, given.evidence)
    if (!outcome.ok)
      return `evidence of part ${part.id}: ${outcome.refusal.fields?.map(field => field.en).join('; ') ?? outcome.refusal.code}`
  }
  return undefined
}
