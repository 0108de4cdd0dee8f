import { type XmlElement, attributeOf, childElements, descendants } from '../../../../../kernel/xml.ts'
import { EXPRESSION_NAMES } from '../expressions/evaluate.ts'
import { type QtiFault, qtiFault } from '../fault.ts'
import { ruleNames } from '../processing/run-rules.ts'
import type { RulesAt } from '../processing/standard-rules.ts'
import { normalTree } from '../vocabulary/normal-tree.ts'
import { runItem } from './run-item.ts'

/** What an item consists of, and everything in it that the engine cannot process. */
export type ItemSurvey = {
  readonly identifier: string
  readonly title: string
  /** `choiceInteraction` and the like with how often they occur, in the order of the document. */
  readonly interactions: Readonly<Record<string, number>>
  /** Expressions and rules in use, and the rules named by an address by its last part. */
  readonly processing: readonly string[]
  readonly faults: readonly QtiFault[]
}

const RESPONSE_NAMES = new Set([...EXPRESSION_NAMES, ...ruleNames('response')])
const TEMPLATE_NAMES = new Set([...EXPRESSION_NAMES, ...ruleNames('template')])

/** Reads the whole item, then tries it without responses and with the correct ones. */
export function surveyItem(item: XmlElement, { rulesAt }: { rulesAt?: RulesAt } = {}): ItemSurvey {
  const tree = normalTree(item)
  const root = tree.ok ? tree.value : item
  const used = tree.ok ? processingOf(root) : []
  const strangers = used.filter(({ name, known }) => !known.has(name)).map(({ name }) => qtiFault('element-unknown', name).refusal)
  const custom = used
    .filter(({ name }) => name === 'customOperator')
    .map(({ name }) => qtiFault('element-unsupported', name, { why: name }).refusal)
  const faults = tree.ok ? [...strangers, ...custom, ...trialFaults(item, rulesAt)] : [tree.refusal]
  return {
    identifier: attributeOf(root, 'identifier') ?? '',
    title: attributeOf(root, 'title') ?? '',
    interactions: tree.ok ? interactionsOf(root) : {},
    processing: [...new Set([...namedRules(root), ...used.map(({ name }) => name)])],
    faults: distinctFaults(faults),
  }
}

function processingOf(root: XmlElement): readonly { readonly name: string; readonly known: ReadonlySet<string> }[] {
  const within = (name: string, known: ReadonlySet<string>) =>
    childElements(root, name).flatMap(element => [...descendants(element)].slice(1).map(inner => ({ name: inner.name, known })))
  return [...within('templateProcessing', TEMPLATE_NAMES), ...within('responseProcessing', RESPONSE_NAMES)]
}

function namedRules(root: XmlElement): readonly string[] {
  const uris = childElements(root, 'responseProcessing').map(element => attributeOf(element, 'template') ?? '')
  return uris.map(uri => uri.replace(/^.*\//, '').replace(/\.xml$/i, '')).filter(name => name !== '')
}

function interactionsOf(root: XmlElement): Readonly<Record<string, number>> {
  const names = [...descendants(root)].map(({ name }) => name).filter(name => name.endsWith('Interaction'))
  return Object.fromEntries([...Map.groupBy(names, name => name)].map(([name, all]) => [name, all.length]))
}

function trialFaults(item: XmlElement, rulesAt: RulesAt | undefined): readonly QtiFault[] {
  const rules = rulesAt === undefined ? {} : { rulesAt }
  const blank = runItem({ item, responses: {}, seed: 'survey', ...rules })
  if (!blank.ok) return [blank.refusal]
  const right = runItem({ item, responses: blank.value.state.correct, seed: 'survey', ...rules })
  return right.ok ? [] : [right.refusal]
}

function distinctFaults(faults: readonly QtiFault[]): readonly QtiFault[] {
  const seen = new Map(faults.map(fault => [`${fault.code} ${fault.element}`, fault]))
  return [...seen.values()]
}
