import { diceOf, shuffled } from '../../../../kernel/dice.ts'
import { type InteractionType, interactionOf } from '../../../interactions/contract.ts'
import type { PaperView, Presentation } from '../views.ts'

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

/** A section as it stands in a package or in a form that was opened: what more an item has is not shown. */
type Section = Omit<PresentedSection, 'items'> & { readonly items: readonly PresentedItem[] }

/**
 * A form that was fetched sealed (in the order of its package) in the order of one attempt. It gives what `readPaper` gives, so that a
 * machine that opened its form and one that read the paper show the same.
 */
export function presentForm(form: PaperView, rules: Presentation, attemptId: string): PaperView {
  return { ...form, sections: presentPaper(form, rules, attemptId).map(section => ({ ...section, items: [...section.items] })) }
}

/**
 * The paper of one attempt: items shuffled within their section and options within their item as the rules say. Items that follow one
 * another about the same material stay together and in their order.
 * The attempt is the seed, so a reload and a change of machine show the same order.
 */
export function presentPaper(paper: { readonly sections: readonly Section[] }, rules: Presentation, attemptId: string): PresentedSection[] {
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

function present(item: PresentedItem, rules: Presentation, attemptId: string): PresentedItem {
  const content = rules.shuffleOptions
    ? interactionOf(item.type).shuffle(item.content, diceOf(`${attemptId}/${item.itemId}`))
    : item.content
  return { itemId: item.itemId, type: item.type, marks: item.marks, content, stimulusId: item.stimulusId }
}

function groupsOf(items: readonly PresentedItem[]): PresentedItem[][] {
  const groups: PresentedItem[][] = []
  for (const item of items) {
    // no `at`: rooms keep browsers that have none
    const last = groups[groups.length - 1]
    if (last !== undefined && item.stimulusId !== null && last[0]?.stimulusId === item.stimulusId) last.push(item)
    else groups.push([item])
  }
  return groups
}
