import { type XmlElement, childElements, descendants } from '../../../../../../kernel/xml.ts'
import type { ItemDocument } from '../../../../../interactions/contract.ts'
import { placeId } from '../../../../core/exchange/text/letters.ts'
import { rightOf } from './declared.ts'
import { type QtiEntry, type QtiMade, lineIn, proseIn, responseOf, stemOf } from './qti-entry.ts'
import { subsetsOf } from './samples.ts'

type Shown = { readonly identifier: string; readonly text: string; readonly pinned: boolean }

/** `choiceInteraction`: one or several, as cardinality says. */
export function choiceOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const stays = interaction.attributes['shuffle'] !== 'true'
  const options = childElements(interaction, 'simpleChoice').map(choice => ({
    identifier: choice.attributes['identifier'] ?? '',
    text: lineIn(entry, choice),
    pinned: stays || choice.attributes['fixed'] === 'true',
  }))
  // without shuffling on either side every place is fixed; that all are movable is our usual case
  const shown = stays && !marksFixed(interaction) ? options.map(option => ({ ...option, pinned: false })) : options
  return chosen(entry, interaction, shown, stemOf(entry, interaction))
}

/** Our own items say so where no option may move; strangers who never shuffle mean nothing by it. */
const marksFixed = (interaction: XmlElement) => interaction.attributes['data-zhiheng-fixed'] === 'true'

/** `hottextInteraction`: the words to be chosen become options, the text stays with its words. */
export function hottextOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const words = [...descendants(interaction)].filter(node => node.name === 'hottext')
  const options = words.map(word => ({ identifier: word.attributes['identifier'] ?? '', text: lineIn(entry, word), pinned: true }))
  entry.notes.changed('hottextInteraction', '文中点选改写为选择题', 'choosing words in a text became a choice of options')
  const text = proseIn(entry, interaction.children, 'hottextInteraction', node => (node.name === 'hottext' ? lineIn(entry, node) : null))
  return chosen(entry, interaction, options, [...stemOf(entry, interaction), ...text])
}

function chosen(entry: QtiEntry, interaction: XmlElement, options: readonly Shown[], stem: unknown): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  const right = rightOf(response)
  const idOf = (identifier: string) => placeId(options.findIndex(option => option.identifier === identifier))
  if (right.length === 0 || right.some(one => !options.some(option => option.identifier === one))) {
    entry.notes.fault('correctResponse', '没有说明哪个选项正确', 'nothing says which option is right')
    return null
  }
  const given = (ids: readonly string[]) => {
    const identifiers = ids.map(id => options[Number(id.slice(1)) - 1]?.identifier ?? '')
    return { [response.identifier]: response.cardinality === 'single' ? (identifiers[0] ?? null) : identifiers }
  }
  const content = {
    version: 2,
    stem,
    options: options.map((option, at) => ({ id: placeId(at), text: option.text, pinned: option.pinned })),
  }
  if (response.cardinality === 'single' && right.length === 1) {
    const verdict = verdictOf(options, right[0] ?? '')
    if (verdict !== null) return trueFalse(stem, verdict, response.identifier)
    return {
      type: 'single-choice',
      content,
      key: { version: 1, optionId: idOf(right[0] ?? ''), explanation: null },
      rubric: {},
      rubrics: [{}],
      given: one => given([String(one['optionId'])]),
      responses: options.map((_, at) => ({ version: 1, optionId: placeId(at) })),
    }
  }
  return {
    type: 'multiple-choice',
    content,
    key: { version: 1, optionIds: right.map(idOf), explanation: null },
    rubric: {},
    rubrics: CREDITS,
    given: one => given(one['optionIds'] as readonly string[]),
    responses: subsetsOf(options.map((_, at) => placeId(at))).map(optionIds => ({ version: 1, optionIds })),
  }
}

const CREDITS: readonly ItemDocument[] = [
  { version: 1, credit: 'all-or-nothing', wrongCost: 100 },
  { version: 1, credit: 'per-option', wrongCost: 100 },
  { version: 1, credit: 'partial-no-wrong', wrongCost: 100 },
  ...[50, 25, 33, 200, 1].map(wrongCost => ({ version: 1, credit: 'right-minus-wrong', wrongCost })),
]
export const CHOICE_CREDITS = CREDITS

/** Our own true/false items name their options so. */
function verdictOf(options: readonly Shown[], right: string): 'true' | 'false' | null {
  const named = options.length === 2 && options[0]?.identifier === 'true' && options[1]?.identifier === 'false'
  return named ? (right === 'true' ? 'true' : 'false') : null
}

function trueFalse(stem: unknown, verdict: 'true' | 'false', identifier: string): QtiMade {
  return {
    type: 'true-false',
    content: { version: 2, stem },
    key: { version: 1, verdict, explanation: null },
    rubric: {},
    rubrics: [{}],
    given: one => ({ [identifier]: String(one['verdict']) }),
    responses: [
      { version: 1, verdict: 'true' },
      { version: 1, verdict: 'false' },
    ],
  }
}

export function missing({ notes }: QtiEntry, interaction: XmlElement): null {
  const identifier = interaction.attributes['responseIdentifier'] ?? ''
  notes.fault(interaction.name, `没有声明作答变量“${identifier}”`, `the response “${identifier}” is not declared`)
  return null
}
