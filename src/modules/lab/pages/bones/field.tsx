import { useId } from '../../../../ui/hooks.ts'
import { words } from './words.ts'

export type Choice = readonly [value: string, zh: string]
/** A field of a form as a page describes it. */
export type FieldSpec = {
  readonly name: string
  readonly zh: string
  readonly kind?: 'text' | 'password' | 'money' | 'number' | 'area' | 'choice' | 'radio' | 'check' | 'checks' | 'date'
  /** What may be chosen, for `choice`, `radio` and `checks`; of `checks` the values are kept one a line. */
  readonly choices?: readonly Choice[]
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

/** A label and its control. */
export function Field(props: Props) {
  const { spec, value, onValue } = props
  const id = useId()
  const { kind = 'text', zh, note } = spec
  if (kind === 'check')
    return (
      <p className="bones-field bones-check">
        <input id={id} type="checkbox" checked={value === 'yes'} onChange={() => onValue(value === 'yes' ? '' : 'yes')} />
        <label htmlFor={id}>{zh}</label>
      </p>
    )
  if (kind === 'radio' || kind === 'checks') return <Many {...props} />
  return (
    <p className={kind === 'area' ? 'bones-field bones-wide' : 'bones-field'}>
      <label htmlFor={id}>{zh}</label>
      <Control {...props} id={id} describedBy={note === undefined ? undefined : `${id}-note`} />
      {note !== undefined && (
        <span className="z-note" id={`${id}-note`}>
          {note}
        </span>
      )}
    </p>
  )
}

type ControlProps = Props & { readonly id: string; readonly describedBy: string | undefined }

function Control({ spec, value, wrong, onValue, id, describedBy }: ControlProps) {
  const { kind = 'text', choices = [], offers, rows = 4 } = spec
  const said = { id, 'aria-invalid': wrong, ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }) }
  if (kind === 'choice')
    return (
      <select {...said} value={value} onChange={event => onValue((event.target as HTMLSelectElement).value)}>
        {!choices.some(([choice]) => choice === '') && <option value="">{words.choose}</option>}
        {choices.map(([choice, zh]) => (
          <option value={choice} key={choice}>
            {zh}
          </option>
        ))}
      </select>
    )
  if (kind === 'area')
    return <textarea {...said} rows={rows} value={value} onInput={event => onValue((event.target as HTMLTextAreaElement).value)} />
  return (
    <>
      <span className={kind === 'money' ? 'bones-money' : 'bones-plain'}>
        <input
          {...said}
          value={value}
          type={kind === 'password' ? 'password' : kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'money' ? 'decimal' : kind === 'number' ? 'numeric' : undefined}
          autoComplete={kind === 'password' ? 'new-password' : 'off'}
          spellCheck={false}
          list={offers === undefined ? undefined : `${id}-offers`}
          onInput={event => onValue((event.target as HTMLInputElement).value)}
        />
      </span>
      {offers !== undefined && (
        <datalist id={`${id}-offers`}>
          {offers.map(offer => (
            <option value={offer} key={offer} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** One of several, or some of several: a group with its own name. */
function Many({ spec, value, wrong, onValue }: Props) {
  const id = useId()
  const { kind, zh, choices = [], note } = spec
  const chosen = value.split('\n').filter(one => one !== '')
  const turn = (choice: string): void => {
    if (kind === 'radio') return onValue(choice)
    const next = chosen.includes(choice) ? chosen.filter(one => one !== choice) : [...chosen, choice]
    onValue(next.join('\n'))
  }
  return (
    <fieldset className="bones-field bones-many bones-wide" aria-invalid={wrong}>
      <legend>{zh}</legend>
      {choices.map(([choice, text]) => (
        <label key={choice}>
          <input type={kind === 'radio' ? 'radio' : 'checkbox'} name={id} checked={chosen.includes(choice)} onChange={() => turn(choice)} />
          {text}
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
