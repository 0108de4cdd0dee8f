import { type XmlElement, attributeOf, childElements, xmlElement } from '../../../../../kernel/xml.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { normalTree, plainWord } from '../vocabulary/normal-tree.ts'

/** Finds rules that an item names by an address; given by whoever has the files. */
export type RulesAt = (uri: string) => XmlElement | undefined

const response = xmlElement('variable', { identifier: 'RESPONSE' })
const matches = xmlElement('match', {}, [response, xmlElement('correct', { identifier: 'RESPONSE' })])

function constant(baseType: string, text: string): XmlElement {
  return xmlElement('baseValue', { baseType }, [text])
}

function set(identifier: string, expression: XmlElement): XmlElement {
  return xmlElement('setOutcomeValue', { identifier }, [expression])
}

function choose(condition: XmlElement, then: readonly XmlElement[], otherwise: readonly XmlElement[]): XmlElement {
  const parts = [xmlElement('responseIf', {}, [condition, ...then]), xmlElement('responseElse', {}, otherwise)]
  return xmlElement('responseCondition', {}, parts)
}

/** 1 when the response is the correct one, else 0. */
const matchCorrect = [choose(matches, [set('SCORE', constant('float', '1'))], [set('SCORE', constant('float', '0'))])]

/** 0 without a response, else what the mapping gives. */
function mapped(by: string): readonly XmlElement[] {
  const value = xmlElement(by, { identifier: 'RESPONSE' })
  return [choose(xmlElement('isNull', {}, [response]), [set('SCORE', constant('float', '0'))], [set('SCORE', value)])]
}

function feedback(condition: XmlElement, identifier: string, always: readonly XmlElement[]): XmlElement {
  return choose(
    condition,
    [...always, set(identifier, constant('identifier', 'correct'))],
    [set(identifier, constant('identifier', 'incorrect'))],
  )
}

const hasAll = xmlElement('equal', { toleranceMode: 'exact' }, [
  xmlElement('variable', { identifier: 'MAXSCORE' }),
  xmlElement('variable', { identifier: 'SCORE' }),
])

/** The published sets of rules, by the last part of their address; those of Common Cartridge also set feedback. */
const STANDARD: Readonly<Record<string, readonly XmlElement[]>> = {
  matchcorrect: matchCorrect,
  mapresponse: mapped('mapResponse'),
  mapresponsepoint: mapped('mapResponsePoint'),
  cc2match: matchCorrect,
  cc2matchbasic: [feedback(matches, 'FEEDBACKBASIC', [set('SCORE', xmlElement('variable', { identifier: 'MAXSCORE' }))])],
  cc2mapresponse: [...mapped('mapResponse'), feedback(hasAll, 'FEEDBACK', [])],
}

/** The rules by which an item's responses are processed: its own, else those found at its addresses, else the standard ones. */
export function responseRules(item: XmlElement, rulesAt: RulesAt | undefined): QtiResult<readonly XmlElement[]> {
  const [processing] = childElements(item, 'responseProcessing')
  if (processing === undefined) return { ok: true, value: [] }
  const own = childElements(processing)
  const addresses = ['template', 'templateLocation'].map(name => attributeOf(processing, name)?.trim() ?? '').filter(uri => uri !== '')
  if (own.length > 0 || addresses.length === 0) return { ok: true, value: own }
  for (const uri of addresses) {
    const standard = standardRules(uri)
    if (standard !== undefined) return { ok: true, value: standard }
    const found = rulesAt?.(uri)
    if (found === undefined) continue
    const tree = normalTree(found)
    if (!tree.ok) return tree
    if (tree.value.name === 'responseProcessing') return { ok: true, value: childElements(tree.value) }
  }
  return qtiFault('rules-unknown', processing.name, { uri: addresses.join(' ') })
}

/** `…/rptemplates/match_correct`, `…/match_correct.xml`, `match_correct` and the like. */
function standardRules(uri: string): readonly XmlElement[] | undefined {
  const name = plainWord(uri.replace(/^.*[/\\]/, '').replace(/\.xml$/i, ''))
  return Object.hasOwn(STANDARD, name) ? STANDARD[name] : undefined
}
