import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { make } from '../../../../core/exchange/text/tree.ts'

/** The pieces of response processing that our credit rules are made of. */

export const variable = (identifier: string): XmlElement => make('variable', { identifier })
export const correct = (identifier: string): XmlElement => make('correct', { identifier })
export const mapResponse = (identifier: string): XmlElement => make('mapResponse', { identifier })
export const base = (baseType: string, value: string | number): XmlElement => make('baseValue', { baseType }, [String(value)])
export const op = (name: string, ...children: readonly XmlElement[]): XmlElement => make(name, {}, children)
export const set = (identifier: string, value: XmlElement): XmlElement => make('setOutcomeValue', { identifier }, [value])

export function when(condition: XmlElement, then: readonly XmlElement[], otherwise: readonly XmlElement[] = []): XmlElement {
  const other = otherwise.length === 0 ? [] : [make('responseElse', {}, otherwise)]
  return make('responseCondition', {}, [make('responseIf', {}, [condition, ...then]), ...other])
}

/** Adds points to a counter when the condition holds. */
export function count(counter: string, condition: XmlElement, points = 1): XmlElement {
  return when(condition, [set(counter, op('sum', variable(counter), base('float', points)))])
}

/**
 * SCORE = the share `points / of` of the full marks, down to a whole hundredth: the same arithmetic as our own scorer, in numbers
 * that stay whole until the last division.
 */
export function shareRule(points: XmlElement, of: number, max: number): XmlElement {
  const hundredths = op('truncate', op('divide', op('product', points, base('float', max)), base('float', of)))
  return set('SCORE', op('divide', hundredths, base('float', 100)))
}

export function outcome(identifier: string, attributes: Readonly<Record<string, string | number>> = {}): XmlElement {
  return make('outcomeDeclaration', { identifier, cardinality: 'single', baseType: 'float', ...attributes }, [
    make('defaultValue', {}, [make('value', {}, ['0'])]),
  ])
}

type Response = { readonly identifier: string; readonly cardinality: string; readonly baseType: string; readonly values: readonly string[] }

export function declaration({ identifier, cardinality, baseType, values }: Response, ...more: readonly XmlElement[]): XmlElement {
  const right =
    values.length === 0
      ? []
      : [
          make(
            'correctResponse',
            {},
            values.map(value => make('value', {}, [value])),
          ),
        ]
  return make('responseDeclaration', { identifier, cardinality, baseType }, [...right, ...more])
}

export function mapping(entries: readonly (readonly [string, number])[], otherwise: number): XmlElement {
  return make(
    'mapping',
    { lowerBound: 0, defaultValue: otherwise },
    entries.map(([mapKey, mappedValue]) => make('mapEntry', { mapKey, mappedValue })),
  )
}
