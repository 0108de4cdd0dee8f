import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { areaPathOf } from '../../core/files/parse-item-file.ts'
import type { ItemSecret } from '../../core/item.ts'
import { keptWords, plainWords } from '../../core/search/plain-words.ts'
import type { DraftBody } from '../../core/versions/draft.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import type { NewContent, Stated } from '../../store/items/versions.ts'

/** Content, rubric and sealed key as they are kept, with the words for search. */
export function contentOf(
  ctx: Ctx,
  { content, key, rubric }: Omit<ItemSecret, 'rubric'> & { readonly rubric?: ItemSecret['rubric'] | null },
): NewContent {
  return { content, rubric: rubric ?? null, keySealed: ctx.ports.keys.seal(canonicalJson(key)), plain: keptWords(plainWords(content)) }
}

/** The facts of a draft as they are kept. */
export function statedOf(draft: DraftBody): Stated {
  const { type, area, difficulty, importance, points, seconds, source, stimulusVersionId } = draft
  const facts = { type, area, difficulty, importance, points, seconds, source, stimulusVersionId }
  return { ...facts, marks: hundredths(draft.marks), areaPath: areaPathOf(area) }
}
