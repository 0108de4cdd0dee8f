import { type Dice, pick, roll, shuffled } from '../../../../kernel/dice.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import {
  BlankContent,
  HotAreaContent,
  InlineChoiceContent,
  InlineChoiceResponse,
  type InteractionType,
  type ItemDocument,
  MatchingContent,
  MatchingResponse,
  MultipleChoiceContent,
  OrderingContent,
  OrderingResponse,
  SingleChoiceContent,
  TrueFalseResponse,
  WrittenResponse,
  interactionOf,
} from '../../../../modules/interactions/contract.ts'

/** An item with everything that is known of it. */
export type WholeItem = {
  readonly type: InteractionType
  readonly content: ItemDocument
  readonly key: ItemDocument
  readonly rubric?: ItemDocument | undefined
}

const VAGUE = ['不清楚', '与题目有关的各方面', '视情况而定']
const MOST_TRIES = 20

/**
 * A response to a machine-marked item that is not fully right but could be somebody's: some of it is as it should be, something is
 * not. Null where the item cannot be got wrong in this way.
 */
export function mistakenResponse(item: WholeItem, dice: Dice): ItemDocument | null {
  const kind = interactionOf(item.type)
  const right = kind.keyResponse(item.content, item.key)
  if (right === null) return null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const response = spoilt(item, right, dice)
    const { outcome } = kind.score({ ...item, response, max: hundredths(10_000) })
    if (outcome === 'none' || outcome === 'partial') return response
  }
  return null
}

function spoilt({ type, content }: WholeItem, right: ItemDocument, dice: Dice): ItemDocument {
  switch (type) {
    case 'single-choice':
      return { version: 1, optionId: pick(SingleChoiceContent.parse(content).options, dice).id }
    case 'multiple-choice':
      return { version: 1, optionIds: someOf(idsOf(MultipleChoiceContent.parse(content).options), dice) }
    case 'hot-area': {
      const { areas, most } = HotAreaContent.parse(content)
      return { version: 1, areaIds: someOf(idsOf(areas), dice).slice(0, most) }
    }
    case 'true-false':
      return { version: 1, verdict: TrueFalseResponse.parse(right).verdict === 'true' ? 'false' : 'true' }
    case 'blank':
    case 'table-fill':
      return spoiltGaps(content, right, dice)
    case 'inline-choice':
      return spoiltLists(content, right, dice)
    case 'matching':
      return spoiltPairs(content, right, dice)
    case 'ordering':
      return spoiltOrder(content, right, dice)
    default:
      return right
  }
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(one => one.id)

/** Between one and all of them, in the order of their names. */
function someOf(ids: readonly string[], dice: Dice): string[] {
  return shuffled(ids, dice)
    .slice(0, 1 + roll(dice, ids.length))
    .sort()
}

/** A number is off by a digit or a place, a text is another or a vague one; here and there a gap stays empty. */
function spoiltGaps(content: ItemDocument, right: ItemDocument, dice: Dice): ItemDocument {
  const kinds = new Map(BlankContent.shape.gaps.parse(content['gaps']).map(gap => [gap.id, gap.kind]))
  const { gaps } = WrittenResponse.parse(right)
  const wrongText = (id: string, text: string) => {
    if (kinds.get(id) !== 'number') return pick([...VAGUE, ...gaps.filter(gap => gap.id !== id).map(gap => gap.text)], dice)
    return pick([`${text}0`, text.replace(/\d/, digit => String((Number(digit) + 1) % 10)), text.replace(/^-?/, '1')], dice)
  }
  const written = gaps.flatMap(({ id, text }) => {
    if (roll(dice, 10) === 0) return []
    return [{ id, text: roll(dice, 2) === 0 ? text : wrongText(id, text) }]
  })
  return { version: 1, gaps: written.length > 0 ? written : gaps.map(({ id, text }) => ({ id, text: wrongText(id, text) })) }
}

function spoiltLists(content: ItemDocument, right: ItemDocument, dice: Dice): ItemDocument {
  const options = new Map(InlineChoiceContent.parse(content).gaps.map(gap => [gap.id, gap.options]))
  const gaps = InlineChoiceResponse.parse(right).gaps.map(gap => {
    if (roll(dice, 2) === 0) return gap
    return { id: gap.id, optionId: pick(options.get(gap.id) ?? [], dice).id }
  })
  return { version: 1, gaps }
}

/** Two partners are taken for one another, or one for something that belongs to nobody. */
function spoiltPairs(content: ItemDocument, right: ItemDocument, dice: Dice): ItemDocument {
  const free = shuffled(idsOf(MatchingContent.parse(content).right), dice)
  const { pairs } = MatchingResponse.parse(right)
  const [first, second] = shuffled(pairs, dice)
  if (first === undefined || second === undefined) return right
  const unused = free.find(id => pairs.every(pair => pair.right !== id))
  const partner = unused !== undefined && roll(dice, 2) === 0 ? unused : second.right
  return {
    version: 1,
    pairs: pairs.map(pair =>
      pair === first ? { ...pair, right: partner } : pair === second && partner === second.right ? { ...pair, right: first.right } : pair,
    ),
  }
}

/** Two entries stand in each other's place. */
function spoiltOrder(content: ItemDocument, right: ItemDocument, dice: Dice): ItemDocument {
  const pinned = new Set(idsOf(OrderingContent.parse(content).entries.filter(entry => entry.pinned)))
  const { entryIds } = OrderingResponse.parse(right)
  const [one, other] = shuffled(
    entryIds.filter(id => !pinned.has(id)),
    dice,
  )
  return { version: 1, entryIds: entryIds.map(id => (id === one ? (other ?? id) : id === other ? (one ?? id) : id)) }
}
