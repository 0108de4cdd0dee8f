import { useId } from '../../../../ui/hooks.ts'
import { AreaField, ChoiceField, type LineKind, TextField, TickField } from './fields.tsx'

export type SpecChoice = readonly [value: string, zh: string]
/** A field of a form as a page describes it. */
export type FieldSpec = {
  readonly name: string
  readonly zh: string
  readonly kind?: LineKind | 'area' | 'choice' | 'radio' | 'check' | 'checks'
  /** What may be chosen, for `choice`, `radio` and `checks`; of `checks` the values are kept one a line. */
  readonly choices?: readonly SpecChoice[]
  /** Proposals for a text, which may be something else too. */
  readonly offers?: readonly string[]
  readonly note?: string
  readonly first?: string
  readonly rows?: number
}

type Props = {
  readonly spec: FieldSpec
  readonly value: string
  readonly wrong: boolean
  readonly onValue: (value: string) => void
}

/** The field a page describes. The world says what is missing, so nothing is required by the browser. */
export function SpecField(props: Props) {
  const { spec, value, wrong, onValue } = props
  const { kind = 'text', zh, note, choices = [], offers, rows = 4 } = spec
  const common = { label: zh, value, wrong, onValue, note }
  if (kind === 'check') return <TickField label={zh} checked={value === 'yes'} onCheck={on => onValue(on ? 'yes' : '')} />
  if (kind === 'radio' || kind === 'checks') return <Many {...props} />
  if (kind === 'area') return <AreaField {...common} rows={rows} maxLength={20_000} />
  if (kind === 'choice') {
    const listed = choices.map(([of, text]) => ({ value: of, zh: text }))
    return <ChoiceField {...common} choices={listed} empty={!choices.some(([of]) => of === '')} />
  }
  return <TextField {...common} kind={kind} {...(offers === undefined ? {} : { offers })} />
}

/** One of several, or some of several: a group with its own name. */
function Many({ spec, value, wrong, onValue }: Props) {
  const id = useId()
  const { kind, zh, choices = [], note } = spec
  const chosen = chosenOf(value)
  const turn = (choice: string): void => {
    if (kind === 'radio') return onValue(choice)
    const next = chosen.includes(choice) ? chosen.filter(one => one !== choice) : [...chosen, choice]
    onValue(next.join('\n'))
  }
  return (
    <fieldset className="lab-many lab-field-wide" aria-invalid={wrong}>
      <legend>{zh}</legend>
      {choices.map(([choice, text]) => (
        <label className="lab-tick" key={choice}>
          <input type={kind === 'radio' ? 'radio' : 'checkbox'} name={id} checked={chosen.includes(choice)} onChange={() => turn(choice)} />
          <span>{text}</span>
        </label>
      ))}
      {note !== undefined && <span className="z-note">{note}</span>}
    </fieldset>
  )
}

/** The values of a `checks` field. */
export function chosenOf(value: string | undefined): string[] {
  return (value ?? '').split('\n').filter(one => one !== '')
}
