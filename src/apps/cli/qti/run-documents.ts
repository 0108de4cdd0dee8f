import { type XmlElement, attributeOf, descendants } from '../../../kernel/xml.ts'
import {
  type GivenValues,
  type ItemState,
  type QtiFault,
  type QtiResult,
  type RulesAt,
  normalName,
  qtiFaultText,
  runItem,
  runTest,
} from '../../../modules/interactions/contract.ts'
import { type Documents, type ToldFault, rulesNear } from './documents.ts'
import { type Responses, responsesOf } from './responses.ts'

export type RunAsked = { readonly responses: Responses; readonly correct: boolean; readonly seed: string }
type Faulty = { readonly fault: ToldFault & { readonly element: string } }
type ItemLine = { readonly outcomes: GivenValues; readonly state: ItemState } | Faulty
type AssessmentLine =
  | { readonly outcomes: GivenValues; readonly items: readonly { readonly identifier: string; readonly state: ItemState }[] }
  | Faulty

/** What `qti run` prints: of a lone file its outcomes, of a package those of each item and assessment. */
export type RunDocument =
  | ItemLine
  | AssessmentLine
  | {
      readonly items: readonly ({ readonly path: string; readonly identifier: string } & ItemLine)[]
      readonly assessments: readonly ({ readonly path: string; readonly identifier: string } & AssessmentLine)[]
      readonly unread: Documents['unread']
    }

/** Runs everything in the documents; whether all went well is told beside. */
export function runDocuments(documents: Documents, asked: RunAsked): { readonly told: RunDocument; readonly sound: boolean } | null {
  if (!documents.isPackage) return runLone(documents, asked)
  const items = documents.items.map(({ path, root }) => {
    const identifier = attributeOf(root, 'identifier') ?? ''
    const responses = responsesOf(asked.responses, [path, identifier])
    return { path, identifier, ...itemLine(documents, { path, root }, { ...asked, responses }) }
  })
  const assessments = documents.assessments.map(({ path, root }) => {
    const identifier = attributeOf(root, 'identifier') ?? ''
    return { path, identifier, ...assessmentLine(documents, { path, root }, asked) }
  })
  if (items.length + assessments.length === 0) return null
  const sound = [...items, ...assessments].every(line => !('fault' in line)) && documents.unread.length === 0
  return { told: { items, assessments, unread: documents.unread }, sound }
}

function runLone(documents: Documents, asked: RunAsked): ReturnType<typeof runDocuments> {
  const [item] = documents.items
  const [assessment] = documents.assessments
  const told = item ? itemLine(documents, item, asked) : assessment ? assessmentLine(documents, assessment, asked) : null
  return told && { told, sound: !('fault' in told) }
}

type Placed = { readonly path: string; readonly root: XmlElement }

function itemLine(documents: Documents, { path, root }: Placed, { responses, correct, seed }: RunAsked): ItemLine {
  const rulesAt = rulesNear(documents, path)
  const given = correct ? correctResponses(root, { rulesAt, seed }) : { ok: true as const, value: responses }
  return lineOf(given.ok ? runItem({ item: root, responses: given.value, seed, rulesAt }) : given)
}

/** Those the item declares, after its template processing. */
function correctResponses(item: XmlElement, { rulesAt, seed }: { rulesAt: RulesAt; seed: string }): QtiResult<Responses> {
  const start = runItem({ item, responses: null, seed, rulesAt })
  return start.ok ? { ok: true, value: start.value.state.correct } : start
}

function assessmentLine(documents: Documents, { path, root }: Placed, { responses, correct, seed }: RunAsked): AssessmentLine {
  const references = [...descendants(root)].filter(({ name }) => normalName(name) === 'assessmentItemRef')
  const items = new Map<string, XmlElement>()
  const given: Record<string, Responses> = {}
  const rulesAt = (href: string): RulesAt => rulesNear(documents, documents.beside(path, href))
  for (const reference of references) {
    const [identifier, href] = [attributeOf(reference, 'identifier') ?? '', attributeOf(reference, 'href') ?? '']
    const item = documents.at(documents.beside(path, href))
    if (item === undefined) continue
    items.set(href, item)
    const own = correct ? correctResponses(item, { rulesAt: rulesAt(href), seed: `${seed} ${identifier}` }) : null
    if (own?.ok) given[identifier] = own.value
    else if (Object.hasOwn(responses, identifier)) given[identifier] = responsesOf(responses, [identifier])
  }
  return lineOf(runTest({ assessment: root, items, responses: given, seed, rulesAt }))
}

function lineOf<T>(outcome: QtiResult<T>): T | Faulty {
  return outcome.ok ? outcome.value : { fault: toldFault(outcome.refusal) }
}

export function toldFault(fault: QtiFault): Faulty['fault'] {
  return { code: fault.code, element: fault.element, ...qtiFaultText(fault) }
}
