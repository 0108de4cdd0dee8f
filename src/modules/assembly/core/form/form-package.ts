import { type PackageBody, type PaperPackage, type Sha256, finishPackage } from '../../../delivery/contract.ts'
import { type BankItem, THEORY_TYPES, TYPE_NAMES, type TheoryType } from '../../../item-bank/contract.ts'
import type { Form } from './form.ts'

/** Public content of an item version, stripped by the item bank. */
export type PublicContents = ReadonlyMap<string, Readonly<Record<string, unknown>>>

const NUMERALS = ['一', '二', '三'] as const
const INSTRUCTIONS: Readonly<Record<TheoryType, string>> = {
  'single-choice': '每题1分。每题的备选项中只有一个最符合题意，选对得分，错选、不选不得分。',
  'multiple-choice': '每题2分。每题的备选项中有两个或两个以上符合题意，全部选对得分，错选、少选、多选、不选均不得分。',
  'true-false': '每题1分。判断下列说法是否正确，判断正确得分，判断错误、不判断不得分，也不倒扣分。',
}

/**
 * The sealed package a site plays: the form's items in three sections, with public contents only. It is the same text every
 * time it is built, so that its digest identifies the form.
 */
export function formPackage(form: Form, items: readonly BankItem[], contents: PublicContents, sha256: Sha256): PaperPackage {
  const byVersion = new Map(items.map(item => [item.itemVersionId as string, item]))
  const placed = form.places.map(place => {
    const item = byVersion.get(place.itemVersionId)
    const content = contents.get(place.itemVersionId)
    if (item === undefined || content === undefined)
      throw new Error(`form ${form.formId} names the unknown item version ${place.itemVersionId}`)
    return {
      type: item.type,
      itemId: item.itemId,
      itemVersionId: place.itemVersionId,
      marks: place.marks,
      area: place.path[0] ?? '',
      content,
    }
  })
  const present = THEORY_TYPES.filter(type => placed.some(item => item.type === type))
  const sections = present.map((type, at) => ({
    sectionId: type,
    title: `${NUMERALS[at]}、${TYPE_NAMES[type].zh}`,
    instructions: INSTRUCTIONS[type],
    items: placed.filter(item => item.type === type),
  }))
  const { formId, editionId, level, title, minutes } = form
  const body: PackageBody = { version: 1, packageId: formId, editionId, level, paper: 'theory', title, minutes, sections }
  return finishPackage(body, sha256)
}
