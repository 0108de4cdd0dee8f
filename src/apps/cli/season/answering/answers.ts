import { type Dice, pick, shuffled } from '../../../../kernel/dice.ts'
import { type ItemDocument, Prose, plainText } from '../../../../modules/interactions/contract.ts'
import type { PaperView } from '../../../../modules/delivery/contract.ts'
import type { KeyBook, KnownItem } from './key-book.ts'
import { respondWhole } from './whole-items.ts'

/** An item as it stands on a candidate's paper. */
export type PaperItem = PaperView['sections'][number]['items'][number]
type Option = { readonly id: string; readonly text: string }
/** A response as the exam client writes it. */
export type ResponseValue = ItemDocument

const MIDDLE_DIFFICULTY = 3 // of an item that stands in no file

/** Chance of a right response: logistic in ability, lower for harder items (difficulty 1–5, 3 in the middle). */
export function chanceOfRight(ability: number, difficulty: number): number {
  return 1 / (1 + Math.exp(-(ability * 1.2 + 0.8 - (difficulty - MIDDLE_DIFFICULTY) * 0.4)))
}

/**
 * What somebody of an ability responds. Whoever does not know, guesses wrong; a choice of no file is pure guessing. Null for an item
 * that nobody responds to with a pen, and for one of another type that stands in no file.
 */
export function respond(item: PaperItem, ability: number, book: KeyBook, dice: Dice): ResponseValue | null {
  const whole = book.wholeItem(item.type, item.content)
  if (whole !== undefined) return respondWhole(whole, () => dice() < chanceOfRight(ability, whole.difficulty), dice)
  const options = optionsOf(item)
  const known = book.itemWith(
    stemOf(item),
    options.map(o => o.text),
  )
  const right = dice() < chanceOfRight(ability, known?.difficulty ?? MIDDLE_DIFFICULTY)
  switch (item.type) {
    case 'true-false':
      return { version: 1, verdict: String(verdictOf(known, right, dice)) }
    case 'single-choice':
      return { version: 1, optionId: pick(judged(options, known, right), dice).id }
    case 'multiple-choice':
      return {
        version: 1,
        optionIds: right
          ? judged(options, known, true)
              .map(o => o.id)
              .sort()
          : wrongSet(options, known, dice),
      }
    default:
      return null
  }
}

/** Is the item one of those in the files? */
export function isKnown(item: PaperItem, book: KeyBook): boolean {
  const texts = optionsOf(item).map(o => o.text)
  return book.wholeItem(item.type, item.content) !== undefined || book.itemWith(stemOf(item), texts) !== undefined
}

/** The words of the stem, or of what stands in its place. */
export function stemOf(item: PaperItem): string {
  return plainText(Prose.parse(item.content['stem'] ?? item.content['brief'] ?? item.content['stimulus']))
}

function optionsOf(item: PaperItem): readonly Option[] {
  const { options } = item.content
  if (!Array.isArray(options)) return []
  return options.map(option => option as Option)
}

function verdictOf(known: KnownItem | undefined, right: boolean, dice: Dice): boolean {
  return known && 'verdict' in known.right ? known.right.verdict === right : dice() < 0.5
}

/** The options that are right, or those that are wrong; all of them where nothing is known. */
function judged(options: readonly Option[], known: KnownItem | undefined, right: boolean): readonly Option[] {
  if (known === undefined || !('texts' in known.right)) return options
  const { texts } = known.right
  const fitting = options.filter(o => texts.includes(o.text) === right)
  return fitting.length > 0 ? fitting : options
}

/** A set that is not the right one: two or more options, one of them wrong or one of the right ones missing. */
function wrongSet(options: readonly Option[], known: KnownItem | undefined, dice: Dice): string[] {
  const right = new Set(judged(options, known, true).map(o => o.id))
  const size = Math.max(2, Math.min(options.length, right.size))
  const drawn = shuffled(options, dice)
    .slice(0, size)
    .map(o => o.id)
  const isRight = drawn.length === right.size && drawn.every(id => right.has(id))
  return (isRight ? drawn.slice(1) : drawn).sort()
}
