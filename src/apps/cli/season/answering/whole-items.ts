import type { Dice } from '../../../../kernel/dice.ts'
import { CaseContent, CaseKey, type ItemDocument, fitText, interactionOf } from '../../../../modules/interactions/contract.ts'
import { type WholeItem, mistakenResponse } from './mistakes.ts'

const VAGUE_TEXT = '这个问题要从多方面考虑，应当结合实际情况，采取适当的措施加以解决。'

/**
 * What somebody responds to an item whose key is known. `isRight` is thrown anew for every part of a case. Null where a response needs
 * more than a pen: a file or work in the laboratory.
 */
export function respondWhole(item: WholeItem, isRight: () => boolean, dice: Dice): ItemDocument | null {
  const kind = interactionOf(item.type)
  if (item.type === 'case') return respondCase(item, isRight, dice)
  const knows = isRight()
  const right = kind.keyResponse(item.content, item.key)
  if (right === null || knows) return right
  // a written response is marked by a person: whoever does not know writes around it
  if (kind.markedBy === 'person') return { version: 1, text: fitText(VAGUE_TEXT) }
  return mistakenResponse(item, dice) ?? right
}

function respondCase(item: WholeItem, isRight: () => boolean, dice: Dice): ItemDocument | null {
  const keys = new Map(CaseKey.parse(item.key).parts.map(part => [part.id, part.key]))
  const parts = CaseContent.parse(item.content).parts.flatMap(part => {
    const response = respondWhole({ type: part.type, content: part.content, key: keys.get(part.id) ?? {} }, isRight, dice)
    return response === null ? [] : [{ id: part.id, response }]
  })
  return parts.length === 0 ? null : { version: 1, parts }
}
