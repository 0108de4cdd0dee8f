import type { XmlElement } from '../../../../kernel/xml.ts'
import { scaled, shown } from '../../core/exchange/text/number-gap.ts'
import { make } from '../../core/exchange/text/tree.ts'

/** The small elements that items of QTI 1.2 are made of. */

export function material(text: string): XmlElement {
  return make('material', {}, [make('mattext', { texttype: 'text/plain' }, [text])])
}

export function label(ident: string, text: string, fixed: boolean): XmlElement {
  return make('response_label', { ident, rshuffle: fixed ? 'No' : undefined }, [material(text)])
}

export function list(ident: string, rcardinality: 'Single' | 'Multiple', labels: readonly XmlElement[], head?: XmlElement): XmlElement {
  return make('response_lid', { ident, rcardinality }, [...(head === undefined ? [] : [head]), make('render_choice', {}, labels)])
}

export function equal(respident: string, value: string): XmlElement {
  return make('varequal', { respident }, [value])
}

export const not = (inner: XmlElement): XmlElement => make('not', {}, [inner])
export const and = (inner: readonly XmlElement[]): XmlElement => make('and', {}, inner)
export const or = (inner: readonly XmlElement[]): XmlElement => make('or', {}, inner)

export function rule(score: number, condition: XmlElement, action: 'Set' | 'Add' = 'Set'): XmlElement {
  const set = make('setvar', { action, varname: 'SCORE' }, [String(Number(score.toFixed(4)))])
  return make('respcondition', { continue: action === 'Add' ? 'Yes' : 'No' }, [make('conditionvar', {}, [condition]), set])
}

/** An exact value, or the range around it. */
export function bounds(value: string, tolerance: string): XmlElement {
  const [middle, width] = [scaled(value), scaled(tolerance)]
  if (middle === null || width === null) throw new Error(`${value} is not a decimal number`)
  if (width.digits === 0n) return equal('response1', value)
  const decimals = Math.max(middle.decimals, width.decimals)
  const raised = (number: { readonly digits: bigint; readonly decimals: number }) =>
    number.digits * 10n ** BigInt(decimals - number.decimals)
  const at = (digits: bigint) => shown({ digits, decimals })
  return and([
    make('vargte', { respident: 'response1' }, [at(raised(middle) - raised(width))]),
    make('varlte', { respident: 'response1' }, [at(raised(middle) + raised(width))]),
  ])
}
