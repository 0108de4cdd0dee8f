import { diceOf, shuffled } from '../../../../kernel/dice.ts'
import { type InteractionType, interactionOf } from '../../../interactions/contract.ts'
import type { PackageItem } from './package.ts'
import type { AttemptRules } from '../attempt/rules.ts'
import type { PaperView } from '../views.ts'

/** An item as one candidate receives it. */
export type PresentedItem = {
  readonly itemId: string
  readonly type: InteractionType
  readonly marks: number
  readonly content: Readonly<Record<string, unknown>>
  readonly stimulusId: string | null
}
export type PresentedSection = {
  readonly sectionId: string
  readonly title: string
  readonly instructions: string
  readonly items: readonly PresentedItem[]
}

type Unordered = Pick<PackageItem, keyof PresentedItem>
type UnorderedPaper = { readonly sections: readonly (Omit<PresentedSection, 'items'> & { readonly items: readonly Unordered[] })[] }
type Shuffle = Pick<AttemptRules, 'shuffleItems' | 'shuffleOptions'>

/** A form as all candidates fetch it, in the order of one attempt: the same as the server's `presentPaper` gives. */
export function presentForm(form: PaperView, shuffle: { readonly items: boolean; readonly options: boolean }, attemptId: string): PaperView {
  const rules = { shuffleItems: shuffle.items, shuffleOptions: shuffle.options }
  const sections = presentPaper(form as UnorderedPaper, rules, attemptId)
  return { ...form, sections: sections.map(section => ({ ...section, items: section.items.map(item => ({ ...item })) })) }
}

/**
 * The paper of one attempt: items shuffled within their section and options within their item as the rules say. Items that follow one
 * another about the same material stay together and in their order.
 * The attempt is the seed, so a reload and a change of machine show the same order.
 */
export function presentPaper(paper: UnorderedPaper, rules: Shuffle, attemptId: string): PresentedSection[] {
  return paper.sections.map(section => {
    const items = rules.shuffleItems ? shuffled(groupsOf(section.items), diceOf(`${attemptId}/${section.sectionId}`)).flat() : section.items
    return {
      sectionId: section.sectionId,
      title: section.title,
      instructions: section.instructions,
      items: items.map(item => present(item, rules, attemptId)),
    }
  })
}

function present(item: Unordered, rules: Shuffle, attemptId: string): PresentedItem {
  const content = rules.shuffleOptions
    ? interactionOf(item.type).shuffle(item.content, diceOf(`${attemptId}/${item.itemId}`))
    : item.content
  return { itemId: item.itemId, type: item.type, marks: item.marks, content, stimulusId: item.stimulusId }
}

function groupsOf(items: readonly Unordered[]): Unordered[][] {
  const groups: Unordered[][] = []
  for (const item of items) {
    // no `at`: rooms keep browsers that have none
    const last = groups[groups.length - 1]
    if (last !== undefined && item.stimulusId !== null && last[0]?.stimulusId === item.stimulusId) last.push(item)
    else groups.push([item])
  }
  return groups
}
