import { fill, useWords } from '../../../../ui/words.ts'
import type { CurvePoint } from '../../core/facts/curve.ts'
import { type Line, LineChart } from './line-chart.tsx'
import { abilityText, marksText, thousandths } from './show.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The curve of a form, with its number where several stand side by side. */
export type NumberedCurve = { readonly number: number; readonly curve: readonly CurvePoint[] }
type Figure = 'information' | 'standardError' | 'mean'

/** Marks at which a paper is passed; every edition says 60 of 100. */
const PASS = 6000

/** Information, standard error and expected score over abilities; several forms lie in the same chart. */
export function FormCurves({ forms }: { readonly forms: readonly NumberedCurve[] }) {
  return (
    <div className="z-curves">
      <PrecisionChart forms={forms} figure="information" />
      <PrecisionChart forms={forms} figure="standardError" />
      <ScoreChart forms={forms} />
    </div>
  )
}

function PrecisionChart({ forms, figure }: { readonly forms: readonly NumberedCurve[]; readonly figure: 'information' | 'standardError' }) {
  const words = useWords(zh, en).curves
  const title = figure === 'information' ? words.information : words.error
  return (
    <LineChart
      title={title}
      spoken={spokenOf(forms, figure, title, words.spoken)}
      lines={linesOf(forms, figure, 1000, words.form)}
      along={words.ability}
      table={tableOf(forms, figure, [words.ability, ...forms.map(form => nameOf(form, forms, title, words.form))], value =>
        thousandths(value),
      )}
    />
  )
}

/** The mean as a line, one standard deviation around it as ground while a single form is shown. */
function ScoreChart({ forms }: { readonly forms: readonly NumberedCurve[] }) {
  const words = useWords(zh, en).curves
  const [first] = forms
  const only = forms.length === 1 ? first : undefined
  const band = only?.curve.map(({ theta, mean, deviation }) => ({
    x: theta / 1000,
    low: Math.max(0, (mean - deviation) / 100),
    high: Math.min(100, (mean + deviation) / 100),
  }))
  const middle = first?.curve.find(point => point.theta === 0)
  const table = only
    ? {
        head: [words.ability, words.mean, words.deviation],
        rows: only.curve.map(point => [abilityText(point.theta), marksText(point.mean), marksText(point.deviation)]),
      }
    : tableOf(forms, 'mean', [words.ability, ...forms.map(form => fill(words.form, { n: form.number }))], marksText)
  const told = fill(words.atMiddle, { mean: marksText(middle?.mean ?? 0), deviation: marksText(middle?.deviation ?? 0) })
  return (
    <div>
      <LineChart
        title={only ? `${words.score} · ${words.band}` : words.score}
        spoken={told}
        lines={linesOf(forms, 'mean', 100, words.form)}
        along={words.ability}
        table={table}
        top={100}
        level={{ y: PASS / 100, name: fill(words.pass, { n: marksText(PASS) }) }}
        {...(band && { band })}
      />
      {only && <p className="z-note">{told}</p>}
    </div>
  )
}

function linesOf(forms: readonly NumberedCurve[], figure: Figure, unit: number, name: string): readonly Line[] {
  return forms.map(({ number, curve }) => ({
    name: fill(name, { n: number }),
    spots: curve.map(point => ({ x: point.theta / 1000, y: point[figure] === null ? null : point[figure] / unit })),
  }))
}

function nameOf(form: NumberedCurve, forms: readonly NumberedCurve[], title: string, name: string): string {
  return forms.length === 1 ? title : fill(name, { n: form.number })
}

function tableOf(forms: readonly NumberedCurve[], figure: Figure, head: readonly string[], show: (value: number) => string) {
  const rows = (forms[0]?.curve ?? []).map(({ theta }, at) => [
    abilityText(theta),
    ...forms.map(form => {
      const value = form.curve[at]?.[figure] ?? null
      return value === null ? '—' : show(value)
    }),
  ])
  return { head, rows }
}

function spokenOf(forms: readonly NumberedCurve[], figure: 'information' | 'standardError', title: string, words: string): string {
  const points = (forms[0]?.curve ?? []).flatMap(point => (point[figure] === null ? [] : [{ theta: point.theta, value: point[figure] }]))
  const [highest] = points.toSorted((a, b) => b.value - a.value)
  return fill(words, { title, at: abilityText(highest?.theta ?? 0), value: thousandths(highest?.value ?? 0) })
}
