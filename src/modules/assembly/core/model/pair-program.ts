import { MILLION, type Measure } from '../problem/goal.ts'
import { carryRows, usesOf } from './carry-rows.ts'
import type { Program } from '../../../../kernel/program.ts'
import { type Parts, formProgram, jointProgram } from './programs.ts'

/** A pair program is worth trying up to so many columns. */
const MOST_PAIR = 4_000

export function isPairSmall({ form, across }: Parts): boolean {
  return 2 * (form.items + form.stimuli) + (across.overlap === null ? 0 : form.items) <= MOST_PAIR
}

/** One or two forms anew beside `others`, which stay as they are: items and whole stimuli may change places between two. */
export function freedProgram(parts: Parts, freed: 1 | 2, others: readonly (readonly number[])[], stimulusOf: Int32Array): Program {
  const { form, across } = parts
  if (freed === 1) return formProgram(parts, carryRows(parts, others, 0, stimulusOf))
  const rows = carryRows({ ...parts, across: { ...across, overlap: null } }, others, 0, stimulusOf)
  const width = form.items + form.stimuli
  const shared = across.overlap === null ? [] : others.map(columns => ({ columns, most: across.overlap?.most ?? 0 }))
  const own = shared.flatMap(({ columns, most }) =>
    [0, 1].map(block => ({
      lower: -Infinity,
      upper: most,
      columns: columns.map(item => block * width + item),
      values: columns.map(() => 1),
      source: across.overlap?.source ?? -1,
    })),
  )
  return jointProgram({ ...parts, forms: 2, across: { ...across, rows } }, own)
}

/** The columns of `freedProgram` for forms that are known already: a complete choice to start from. */
export function freedStart({ form, measure, across }: Parts, forms: readonly (readonly number[])[], stimulusOf: Int32Array): Float64Array {
  const blocks = forms.map(chosen => [...usesOf(form.items, form.stimuli, [chosen], stimulusOf)])
  const bound = measure.shape === 'least' || measure.shape === 'distance' ? [boundOver(measure, forms)] : []
  const [one = [], other = []] = blocks
  const both = forms.length === 2 && across.overlap !== null ? one.slice(0, form.items).map((has, item) => has * (other[item] ?? 0)) : []
  return Float64Array.from([...blocks.flat(), ...bound, ...both])
}

/** The least term of any form, or the widest distance from a target. */
function boundOver({ shape, worths, targets }: Measure, forms: readonly (readonly number[])[]): number {
  const terms = forms.flatMap(chosen =>
    worths.map((worth, n) => {
      const sum = chosen.reduce((all, item) => all + (worth[item] ?? 0), 0)
      return shape === 'least' ? sum : Math.abs(sum - (targets[n] ?? 0))
    }),
  )
  return (shape === 'least' ? Math.min(...terms) : Math.max(...terms)) / MILLION
}
